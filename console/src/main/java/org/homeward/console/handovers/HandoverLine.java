package org.homeward.console.handovers;

/**
 * One handover of a list.
 *
 * @param title what it is about, without a name
 * @param partner what people call it
 * @param code what both hotlines call the handover on the telephone
 * @param urgency {@code HIGH} or {@code NORMAL}; empty when nothing of the offer is left
 * @param step what is to be done next, in words; empty when it is over
 * @param by when it is due, in words; empty where no clock runs
 * @param isOver nothing is to be done any more
 */
record HandoverLine(
    String id,
    String title,
    String partner,
    String code,
    String urgency,
    String status,
    boolean exercise,
    boolean frozen,
    boolean braked,
    String step,
    String by,
    boolean isOverdue,
    boolean isOver) {

  @Override
  public String toString() {
    return "HandoverLine[" + id + "]";
  }
}
