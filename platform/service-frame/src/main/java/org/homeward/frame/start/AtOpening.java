package org.homeward.frame.start;

/** A step in store or broker that runs before anything else; safe to repeat. */
@FunctionalInterface
public interface AtOpening {
  void prepare();
}
