package org.homeward.console.desk;

/**
 * One case on the desk.
 *
 * @param code what people call it on the telephone
 * @param risk the level, {@code NOT_STATED} where there is none
 * @param kind {@code MISSING}, {@code AT_RISK} or {@code UNIDENTIFIED}
 * @param seen where and when its child was seen last, in words; empty when nobody said
 * @param seenSince what a tip says of a later time, in words; empty where none does
 * @param due what waits for somebody, in words; empty when nothing does
 * @param since when it was opened, in words
 */
public record DeskLine(
    String id,
    String code,
    String who,
    String category,
    String risk,
    String kind,
    boolean exercise,
    String seen,
    String seenSince,
    String due,
    String since) {

  @Override
  public String toString() {
    return "DeskLine[" + id + "]";
  }
}
