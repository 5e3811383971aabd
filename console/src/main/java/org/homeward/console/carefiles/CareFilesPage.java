package org.homeward.console.carefiles;

import java.util.List;
import java.util.Map;

/**
 * The care files that the reader may know of.
 *
 * @param told what has just been done, in words; empty when the page is only read
 * @param ofCase the case whose files these are; empty for all
 * @param opens whether the reader may open a new one
 * @param erases whether the reader may say the officer's word
 * @param typed the form of a new one
 * @param wrong what is wrong with it, by field, in words
 */
record CareFilesPage(
    String told,
    String ofCase,
    boolean opens,
    boolean erases,
    List<Line> lines,
    String next,
    String key,
    Map<String, String> typed,
    Map<String, String> wrong) {

  CareFilesPage {
    lines = List.copyOf(lines);
    typed = Map.copyOf(typed);
    wrong = Map.copyOf(wrong);
  }

  String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  /**
   * One file.
   *
   * @param who it is about; empty where the reader may not open it
   * @param open whether the reader may open it
   * @param finding code of the last decision; empty before there is one
   * @param forms of exploitation, in words
   * @param openings how often the glass was broken, in words; empty when it never was
   * @param toErase who has said the first word to erase it, in words
   */
  record Line(
      String id,
      String who,
      boolean open,
      boolean exercise,
      String finding,
      String forms,
      String opened,
      String members,
      String openings,
      String toErase) {

    @Override
    public String toString() {
      return "Line[" + id + "]";
    }
  }

  @Override
  public String toString() {
    return "CareFilesPage[]";
  }
}
