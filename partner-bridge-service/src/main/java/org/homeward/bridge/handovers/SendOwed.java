package org.homeward.bridge.handovers;

/** Sends what a handover owes its partner. */
@FunctionalInterface
public interface SendOwed {

  /** Returns at once; what gets lost here is found by its alarm. */
  void send(String id);
}
