package org.homeward.bench;

/** One thing that is measured. */
@FunctionalInterface
interface Figure {

  /**
   * @param quick shorter and less exact
   */
  void measure(BenchNodes nodes, Report report, boolean quick) throws Exception;
}
