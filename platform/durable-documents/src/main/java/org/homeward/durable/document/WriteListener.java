package org.homeward.durable.document;

/**
 * Is called after each acknowledged write. No write depends on it: a sweep or an alarm finds what
 * it misses.
 */
@FunctionalInterface
public interface WriteListener<S> {
  void written(Guarded<S> now);

  /** Is called after a note, which makes no version and no event, but may change the next due. */
  default void noted(Guarded<S> now) {}
}
