package org.homeward.durable.document;

/**
 * Hears of each acknowledged write. No write depends on it: what it misses is found by a sweep or
 * an alarm.
 */
@FunctionalInterface
public interface WriteListener<S> {
  void written(Guarded<S> now);

  /** Hears of a note, which has no version and tells nobody, but may be due at another time. */
  default void noted(Guarded<S> now) {}
}
