package org.homeward.intake.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What a person, the rows of its file, an erased case or the time does to an import. */
sealed interface ImportCommand {

  /** Takes its rows, from the first one on. */
  record Take(String by) implements ImportCommand {}

  /**
   * So many more rows are done.
   *
   * @param from the last row that was done before
   * @param isFull there is no room for more now
   * @param isLast there are no more rows
   * @param erasures cases whose records their source has deleted
   */
  record Progress(
      int from,
      int upTo,
      RowCounts so,
      boolean isFull,
      boolean isLast,
      Map<String, Instant> erasures)
      implements ImportCommand {

    public Progress {
      erasures = Map.copyOf(erasures);
    }
  }

  /** What it brought is reviewed. */
  record Review(String by) implements ImportCommand {}

  /** Nothing more of it is kept; the cases that it opened stay. */
  record Discard() implements ImportCommand {}

  record RingIfDue(Duration reviewWithin) implements ImportCommand {}

  /** Nobody has to erase this case any more, or the officer has decided. */
  record Settle(String caseId) implements ImportCommand {}

  record ExpireIfDue(Duration kept) implements ImportCommand {}
}
