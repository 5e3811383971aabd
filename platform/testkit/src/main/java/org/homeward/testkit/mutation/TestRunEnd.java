package org.homeward.testkit.mutation;

/** How a run of a module's tests ended. */
sealed interface TestRunEnd {
  /**
   * A test failed.
   *
   * @param test {@code Class#method}, or the class when none of its methods ran
   */
  record Failed(String test, String why) implements TestRunEnd {}

  record Passed() implements TestRunEnd {}

  /** A running JVM cannot do without the line, because fields come or go with it. */
  record NotHere() implements TestRunEnd {}

  record TimedOut(String during) implements TestRunEnd {}

  /** The JVM ended; {@code ?} when that was before the first test. */
  record Died(String during) implements TestRunEnd {}
}
