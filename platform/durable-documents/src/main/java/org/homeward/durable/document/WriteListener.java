package org.homeward.durable.document;

/**
 * Hears of each acknowledged write. No write depends on it: what it misses is found by a sweep or
 * an alarm.
 */
@FunctionalInterface
public interface WriteListener<S> {
  void written(Guarded<S> now);
}
