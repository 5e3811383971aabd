package org.homeward.alert.subscribers.subscriptions;

/** Hears who has left: whatever else is kept of them goes too. */
@FunctionalInterface
public interface FollowLeaving {

  /** Safe to repeat. */
  void left(String subscription);
}
