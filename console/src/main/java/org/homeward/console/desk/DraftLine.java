package org.homeward.console.desk;

/**
 * A call that is not filed yet.
 *
 * @param what the child's name as far as it is typed, how the call came and when, in words
 * @param by who took it and who saved it last, in words
 * @param ringing whether somebody has to look at it now
 */
record DraftLine(String id, String what, String by, boolean exercise, boolean ringing) {

  @Override
  public String toString() {
    return "DraftLine[" + id + "]";
  }
}
