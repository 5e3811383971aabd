package org.homeward.console.finding;

import java.util.List;
import org.homeward.console.desk.DeskLine;

/**
 * A search and its results.
 *
 * @param words as they were typed; empty before anything was
 * @param call the id of the call for which it is; empty when it is for none
 * @param wrong why nothing could be looked for, in words; empty when all is well
 * @param asked whether the node was asked
 * @param more whether there are others that are not listed
 * @param away which part could not be asked, in words; empty when all answered
 */
record FindPage(
    String words,
    String call,
    String wrong,
    boolean asked,
    List<Hit> hits,
    boolean more,
    String away) {

  FindPage {
    hits = List.copyOf(hits);
  }

  static FindPage beforeAnything(String call) {
    return new FindPage("", call, "", false, List.of(), false, "");
  }

  /** With what was typed, and why nothing was found by it. */
  static FindPage again(String words, String call, String wrong) {
    return new FindPage(words, call, wrong, false, List.of(), false, "");
  }

  /**
   * One case.
   *
   * @param by what of it has these words
   */
  record Hit(DeskLine line, String by) {

    boolean isOf(String caseId) {
      return line.id().equals(caseId);
    }
  }

  @Override
  public String toString() {
    return "FindPage[redacted]";
  }
}
