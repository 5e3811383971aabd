package org.homeward.console.tips;

/**
 * A tip in the inbox.
 *
 * @param received when, in words
 * @param seen when and where the child was seen, in words; empty when nobody said
 * @param grade as {@code B2}; empty when nobody has graded it
 * @param standing what has become of it
 * @param alike whether it stands under another one of the same giver
 * @param leads the case that it is tied to; empty for none
 */
record TipLine(
    String id,
    String text,
    String received,
    String channel,
    String seen,
    String contact,
    String grade,
    String standing,
    boolean waits,
    boolean alike,
    String leads,
    String caseCode,
    boolean exercise) {

  @Override
  public String toString() {
    return "TipLine[" + id + "]";
  }
}
