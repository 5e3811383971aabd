package org.homeward.intake.imports.rows;

import java.util.List;

/** What becomes of a row. */
public sealed interface RowOutcome {

  /**
   * It becomes a report.
   *
   * @param joins whether it only adds to a record that is known already
   * @param remarks on values that are kept as they came, and that a person should look at
   */
  record Taken(RecordKey key, RowFacts facts, boolean joins, List<RowFault> remarks)
      implements RowOutcome {}

  /**
   * A person has to say first what it means.
   *
   * @param facts without those that are asked about
   */
  record Asked(RecordKey key, RowFacts facts, List<RowQuestion> questions) implements RowOutcome {}

  /** It breaks rules; nothing of it is taken. */
  record Refused(List<RowFault> faults) implements RowOutcome {}

  /** Its source has deleted it: what it brought is to go. */
  record Deletion(RecordKey key) implements RowOutcome {}
}
