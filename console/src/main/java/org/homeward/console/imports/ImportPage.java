package org.homeward.console.imports;

import java.util.List;

/**
 * What would become, or became, of the rows of an import.
 *
 * @param stage a code
 * @param counts numbers by the word for what they count
 * @param left the rows that are not taken, and why
 * @param unlisted how many more there are
 * @param mayAct whether the reader may take and review
 * @param mayDiscard whether she may have it forgotten
 * @param seen the ETag of what is shown
 * @param key makes a repeated press one command
 * @param told what was done just now, in words; empty otherwise
 * @param wrong why something was not done, in words; empty otherwise
 */
record ImportPage(
    String id,
    boolean exercise,
    String stage,
    boolean overdue,
    String format,
    String source,
    String when,
    String by,
    List<Count> counts,
    List<Row> left,
    int unlisted,
    boolean mayAct,
    boolean mayDiscard,
    String seen,
    String key,
    String told,
    String wrong) {

  ImportPage {
    counts = List.copyOf(counts);
    left = List.copyOf(left);
  }

  /** How many rows became what. */
  record Count(String word, int number) {}

  /**
   * One row that is not taken.
   *
   * @param asked whether a person can say what it means; otherwise it breaks rules
   */
  record Row(int number, boolean asked, List<Why> why) {

    Row {
      why = List.copyOf(why);
    }
  }

  /**
   * One reason.
   *
   * @param field as the file calls it; empty for the whole row
   * @param rule in words
   * @param choices as they would stand in the file
   */
  record Why(String field, String rule, List<String> choices) {

    Why {
      choices = List.copyOf(choices);
    }
  }

  boolean isChecked() {
    return stage.equals("CHECKED");
  }

  boolean isGoingOn() {
    return stage.equals("TAKING") || stage.equals("PAUSED");
  }

  boolean isTaken() {
    return stage.equals("TAKEN");
  }
}
