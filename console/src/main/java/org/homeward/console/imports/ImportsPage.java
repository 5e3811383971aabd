package org.homeward.console.imports;

import java.util.List;

/**
 * All imports, and the form that uploads another file.
 *
 * @param mayUpload whether the reader is a supervisor
 * @param key makes a repeated press of the form one command
 * @param source as it was typed
 * @param exercise as it was chosen: {@code true}, {@code false} or empty
 * @param told what was done just now, in words; empty otherwise
 * @param wrong why something was not done, in words; empty otherwise
 */
record ImportsPage(
    List<Line> lines,
    boolean mayUpload,
    String key,
    String source,
    String exercise,
    String told,
    List<String> wrong) {

  ImportsPage {
    lines = List.copyOf(lines);
    wrong = List.copyOf(wrong);
  }

  /**
   * One import.
   *
   * @param stage a code
   * @param when it was uploaded, in words
   * @param by who uploaded it
   */
  record Line(
      String id,
      String stage,
      boolean exercise,
      boolean overdue,
      String format,
      String source,
      String when,
      String by,
      int rows) {}
}
