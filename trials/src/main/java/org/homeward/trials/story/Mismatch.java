package org.homeward.trials.story;

/** Something else came than was expected; never quotes what a person said. */
final class Mismatch extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Mismatch(String expected, Object got) {
    super("expected " + expected + ", got " + got);
  }

  /** A step whose forerunner has failed. */
  static Mismatch notReached(String missing) {
    return new Mismatch(missing + " of an earlier step", "nothing");
  }
}
