package org.homeward.testkit.mutation;

/** How a run of a module's tests ended. */
sealed interface TestRunEnd {
  /**
   * A test failed, or took the JVM with it.
   *
   * @param test {@code Class#method}; {@code ?} when the JVM ended before the first
   * @param proves whether it says that it proves the invariant
   */
  record Failed(String test, boolean proves, String why) implements TestRunEnd {}

  record Passed() implements TestRunEnd {}

  /** A running JVM cannot do without the line, because methods come or go with it. */
  record NotHere() implements TestRunEnd {}

  record TimedOut(String during) implements TestRunEnd {}
}
