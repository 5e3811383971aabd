package org.homeward.bridge.handovers.dialogue;

/** Erases the bytes of photos that a handover lists no more; safe to repeat. */
@FunctionalInterface
public interface FollowPhotos {
  void follow(String handover);
}
