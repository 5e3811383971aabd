package org.homeward.bridge.handovers.dialogue;

/** Sends what a handover owes its partner. */
@FunctionalInterface
public interface SendOwed {

  /** The alarm of a handover that has something to send, or to send again. */
  String DUE = "send";

  /** Returns at once; the alarm finds a message that is lost here. */
  void send(String id);
}
