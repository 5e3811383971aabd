package org.homeward.bridge.handovers.dialogue;

/** Sends what a handover owes its partner. */
@FunctionalInterface
public interface SendOwed {

  /** Returns at once; the alarm finds a message that is lost here. */
  void send(String id);
}
