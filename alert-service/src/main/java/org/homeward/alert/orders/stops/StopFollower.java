package org.homeward.alert.orders.stops;

/** Hears that a stop was set or lifted; nothing waits for it, because senders read the stop. */
@FunctionalInterface
public interface StopFollower {
  void stopChanged(StopTarget target);
}
