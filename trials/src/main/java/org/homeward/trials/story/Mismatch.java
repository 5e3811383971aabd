package org.homeward.trials.story;

/** The result of a step is not the expected one. The message never quotes facts. */
final class Mismatch extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Mismatch(String expected, Object got) {
    super("expected " + expected + ", got " + got);
  }

  /** A step cannot run because an earlier one failed. */
  static Mismatch notReached(String missing) {
    return new Mismatch(missing + " of an earlier step", "nothing");
  }
}
