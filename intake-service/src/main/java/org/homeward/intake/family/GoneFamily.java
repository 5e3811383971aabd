package org.homeward.intake.family;

/**
 * The mark of an erased case; it stays, so that nothing is written down about a family any more.
 */
record GoneFamily(boolean erased) implements KeptFamily {

  static final GoneFamily ERASED = new GoneFamily(true);
}
