package org.homeward.intake.photos;

import org.homeward.durable.document.Guarded;
import org.homeward.durable.publication.Drain;
import org.homeward.intake.photos.bytes.LockedPictures;

/** Has a picture known again from its lock on, and locks all that are the same. */
final class MarkLocked implements Drain<KeptUpload> {

  private final LockedPictures lockedPictures;

  MarkLocked(LockedPictures lockedPictures) {
    this.lockedPictures = lockedPictures;
  }

  @Override
  public void drain(Guarded<KeptUpload> document) {
    if (document.state() instanceof LockedUpload locked) {
      lockedPictures.locked(locked.seal(), locked.locked().by());
    }
  }
}
