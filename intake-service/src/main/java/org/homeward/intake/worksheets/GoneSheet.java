package org.homeward.intake.worksheets;

/** The mark of an erased case; it stays, so that nothing is noted about the case any more. */
record GoneSheet(boolean erased) implements KeptSheet {

  static final GoneSheet ERASED = new GoneSheet(true);
}
