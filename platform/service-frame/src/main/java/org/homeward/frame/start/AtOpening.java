package org.homeward.frame.start;

/** What must be done in store or broker before anything else begins; safe to repeat. */
@FunctionalInterface
public interface AtOpening {
  void prepare();
}
