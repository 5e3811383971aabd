package org.homeward.copies;

/** What follows from a case being known in a version; safe to repeat. */
@FunctionalInterface
public interface AfterCopy {
  void follows(KeptCopy kept);
}
