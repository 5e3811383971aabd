package org.homeward.intake.support;

/** The mark that the care file is erased, over which nobody writes again. */
record GoneSupport(boolean gone) implements KeptSupport {

  static final GoneSupport GONE = new GoneSupport(true);
}
