package org.homeward.intake.imports;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.homeward.intake.imports.rows.RowFault;
import org.homeward.intake.imports.rows.RowQuestion;

/**
 * A row that is not taken, and why.
 *
 * @param row its number in the file
 * @param questions what a person has to say first; empty for one that breaks rules
 * @param faults the rules that it breaks
 */
record LeftRow(int row, List<RowQuestion> questions, List<RowFault> faults) {

  LeftRow {
    questions = questions == null ? List.of() : List.copyOf(questions);
    faults = faults == null ? List.of() : List.copyOf(faults);
  }

  static LeftRow asked(int row, List<RowQuestion> questions) {
    return new LeftRow(row, questions, List.of());
  }

  static LeftRow asked(int row, String rule) {
    return asked(row, List.of(new RowQuestion("", rule, List.of())));
  }

  static LeftRow refused(int row, List<RowFault> faults) {
    return new LeftRow(row, List.of(), faults);
  }

  static LeftRow refused(int row, String rule) {
    return refused(row, List.of(new RowFault("", requireNonNull(rule))));
  }

  boolean isAsked() {
    return !questions.isEmpty();
  }

  @Override
  public String toString() {
    return "LeftRow[" + row + "]";
  }
}
