package org.homeward.testkit.mutation;

/** The verdict about a project without one of its lines. */
enum Verdict {
  KILLED,
  /** No test of the module that executes the line failed. */
  SURVIVED,
  /** The project does not compile without the line, so its tests cannot judge it. */
  DOES_NOT_COMPILE,
  /** A test that hangs says nothing about the line. */
  TIMED_OUT;

  boolean isGood() {
    return this == KILLED;
  }
}
