package org.homeward.console.shifts;

import java.util.List;

/**
 * The shift as it stands.
 *
 * @param told what has just been done, in words; empty when the page is only read
 * @param wrong why the last press changed nothing, in words; empty when it did
 * @param waiting what was left and nobody has accepted yet
 * @param last who accepted the last one, and when, in words; empty when nobody did
 * @param changed cases that have changed since the reader left last
 * @param since when that was, in words; empty when she has not left one yet
 */
record ShiftPage(
    String told,
    String wrong,
    List<Left> waiting,
    String last,
    OpenWork open,
    List<OpenWork.Line> changed,
    String since) {

  ShiftPage {
    waiting = List.copyOf(waiting);
    changed = List.copyOf(changed);
  }

  /**
   * The notes that one shift left.
   *
   * @param by who left it and when, in words
   * @param due until when somebody should accept it, in words
   * @param mine whether the reader has left it
   * @param words for everybody; empty when there are none
   * @param seen the version that is shown
   * @param key of its form
   */
  record Left(
      String id,
      String by,
      String due,
      boolean overdue,
      boolean mine,
      String words,
      List<Line> lines,
      String seen,
      String key) {

    Left {
      lines = List.copyOf(lines);
    }

    @Override
    public String toString() {
      return "Left[" + id + "]";
    }
  }

  /** Words about one case. */
  record Line(String caseId, String code, String text) {

    @Override
    public String toString() {
      return "Line[" + caseId + "]";
    }
  }

  @Override
  public String toString() {
    return "ShiftPage[redacted]";
  }
}
