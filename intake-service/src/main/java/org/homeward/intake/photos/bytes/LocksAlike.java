package org.homeward.intake.photos.bytes;

import java.util.Set;

/** A room that keeps pictures, of which some may be the same as one that was locked elsewhere. */
@FunctionalInterface
public interface LocksAlike {

  /**
   * Locks each of its pictures that has one of these marks; safe to repeat.
   *
   * @param marks as {@link LockedPictures#marks} has them
   */
  void lockAlike(Set<String> marks);
}
