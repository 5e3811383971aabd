package org.homeward.intake.aftercare;

/** The mark of an erased case; it stays, so that nothing is decided about the case any more. */
record GoneAftercare(boolean erased) implements KeptAftercare {

  static final GoneAftercare ERASED = new GoneAftercare(true);
}
