package org.homeward.alert.police.photos;

import org.homeward.alert.photos.PhotoCopies;
import org.homeward.alert.police.notices.TellPolice;
import org.homeward.copies.AfterCopy;
import org.homeward.copies.KeptCopy;

/** Deletes the photos that a notice does not list any more, after each version of its case. */
public final class DropPhotos implements AfterCopy {

  private final PhotoCopies copies;
  private final TellPolice tellPolice;

  DropPhotos(PhotoCopies copies, TellPolice tellPolice) {
    this.copies = copies;
    this.tellPolice = tellPolice;
  }

  /** After the notice; safe to repeat. */
  @Override
  public void follows(KeptCopy kept) {
    if (!kept.first()) {
      copies.drop(tellPolice.noticeOf(kept.caseId())); // upholds 7
    }
  }
}
