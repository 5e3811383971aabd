package org.homeward.intake.carefiles;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import org.homeward.intake.rulings.EraseReason;

/**
 * The first word to erase a file: it takes a member and the data-protection officer. It counts for
 * a week.
 *
 * @param officer whether the officer said it, and a member has to follow
 */
record EraseWord(String by, boolean officer, EraseReason reason, Instant at) {

  static final Duration COUNTS_FOR = Duration.ofDays(7);

  EraseWord {
    requireNonNull(by, "by");
    requireNonNull(reason, "reason");
    requireNonNull(at, "at");
  }

  boolean countsAt(Instant now) {
    return now.isBefore(at.plus(COUNTS_FOR));
  }
}
