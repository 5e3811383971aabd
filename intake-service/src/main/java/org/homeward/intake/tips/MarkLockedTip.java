package org.homeward.intake.tips;

import org.homeward.durable.document.Guarded;
import org.homeward.durable.publication.Drain;
import org.homeward.intake.photos.bytes.LockedPictures;

/** Has the picture of a tip known again from its lock on, and locks all that are the same. */
final class MarkLockedTip implements Drain<KeptTip> {

  private final LockedPictures lockedPictures;

  MarkLockedTip(LockedPictures lockedPictures) {
    this.lockedPictures = lockedPictures;
  }

  @Override
  public void drain(Guarded<KeptTip> document) {
    TipPicture picture = document.state() instanceof Tip tip ? tip.picture() : null;
    if (picture != null && picture.seal() != null && picture.locked() != null) {
      lockedPictures.locked(picture.seal(), picture.locked().by());
    }
  }
}
