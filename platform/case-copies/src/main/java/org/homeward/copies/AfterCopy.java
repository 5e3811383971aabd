package org.homeward.copies;

/** Reacts to a new version of a case copy; safe to repeat. */
@FunctionalInterface
public interface AfterCopy {
  void follows(KeptCopy kept);
}
