package org.homeward.alert.police.desks;

/** Hears that a desk's key no longer opens anything; safe to repeat. */
@FunctionalInterface
public interface DeskFollower {
  void deskIsGone(String desk);
}
