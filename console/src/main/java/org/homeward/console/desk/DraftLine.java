package org.homeward.console.desk;

/**
 * A call that is not filed yet.
 *
 * @param what how it came, in words
 * @param by who typed last, in words
 * @param ringing whether somebody has to look at it now
 */
record DraftLine(String id, String what, String by, boolean exercise, boolean ringing) {}
