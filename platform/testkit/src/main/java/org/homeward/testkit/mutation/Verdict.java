package org.homeward.testkit.mutation;

/** The verdict about a project without one of its lines. */
enum Verdict {
  KILLED,
  /** No test of the module noticed. */
  SURVIVED,
  /** The line can't be taken away by itself, so nobody can see what it is worth. */
  DOES_NOT_COMPILE,
  /** A test that hangs says nothing about the line. */
  TIMED_OUT;

  boolean isGood() {
    return this == KILLED;
  }
}
