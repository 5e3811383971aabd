package org.homeward.console.calls;

/**
 * One call of the log.
 *
 * @param at when it was, in words
 * @param what who called whom and whether somebody answered, in words
 * @param line the hotline's own number; empty when nobody said
 * @param number of the other end; empty when nobody wrote it down
 * @param became what became of it, in words; empty while nobody knows
 * @param leads where it went on: a draft or a case; empty when nowhere
 * @param by who logged it, in words
 * @param offer whether a job offer was checked
 */
record CallLine(
    String id,
    String at,
    String what,
    String line,
    String number,
    String note,
    String became,
    String leads,
    String by,
    boolean offer,
    boolean exercise) {

  /** Nobody has said what becomes of it. */
  boolean isOpen() {
    return became.isEmpty();
  }

  @Override
  public String toString() {
    return "CallLine[" + id + "]";
  }
}
