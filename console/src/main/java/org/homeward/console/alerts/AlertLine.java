package org.homeward.console.alerts;

/**
 * One alert in a list.
 *
 * @param code of its case, as people call it on the telephone
 * @param reference the alert's own, or its case's code where it has none
 * @param status as the API has it, or {@code UPDATE} for one that waits although it goes out
 * @param area in words
 * @param who its readers, with how many get it where somebody counted, in words
 * @param until when it ends by itself, in words; empty when it is over
 * @param yours whether it waits for the reader
 * @param note who wrote it, or why it came back, in words
 * @param since in words
 */
record AlertLine(
    String id,
    String code,
    String reference,
    String status,
    boolean exercise,
    String area,
    String who,
    String until,
    boolean yours,
    String note,
    String since) {

  @Override
  public String toString() {
    return "AlertLine[" + id + "]";
  }
}
