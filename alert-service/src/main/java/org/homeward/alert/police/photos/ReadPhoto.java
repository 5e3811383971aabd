package org.homeward.alert.police.photos;

import java.util.Optional;
import org.homeward.alert.photos.PhotoAnswer;
import org.homeward.alert.photos.PhotoCopies;
import org.homeward.alert.photos.PhotoSource;
import org.homeward.alert.police.notices.NoticePhoto;

/**
 * Reads the bytes of a photo: those that are kept here, or those of intake, which are then kept. No
 * bytes leave that have another digest than the event of the case told.
 */
public final class ReadPhoto {

  /** The smallest size, asked for only to learn whether intake still releases the photo. */
  private static final String SMALLEST = "96";

  private final PhotoCopies copies;
  private final PhotoSource source;

  ReadPhoto(PhotoCopies copies, PhotoSource source) {
    this.copies = copies;
    this.source = source;
  }

  /**
   * @param notice the id of the notice that lists it
   */
  public PhotoAnswer read(String notice, NoticePhoto photo, String size) {
    String digest = photo.digests().get(size);
    if (digest == null) {
      return new PhotoAnswer.Nothing();
    }
    Optional<byte[]> kept = copies.read(photo.id(), size, digest);
    if (kept.isPresent()) {
      return isTakenBack(photo) ? new PhotoAnswer.Nothing() : new PhotoAnswer.Bytes(kept.get());
    }
    try {
      Optional<byte[]> fetched = source.bytes(photo.photo(), size, digest);
      if (fetched.isEmpty()) {
        return new PhotoAnswer.Nothing();
      }
      copies.keep(notice, photo.id(), size, fetched.get());
      return copies.isListed(notice, photo.id(), size)
          ? new PhotoAnswer.Bytes(fetched.get())
          : new PhotoAnswer.Nothing(); // upholds 4
    } catch (PhotoSource.PhotoAway e) {
      return new PhotoAnswer.Away();
    }
  }

  /** Intake may have locked or withdrawn it, and its event is still on the way. */
  private boolean isTakenBack(NoticePhoto photo) {
    try {
      return !source.isThere(photo.photo(), SMALLEST); // upholds 4
    } catch (PhotoSource.PhotoAway e) {
      return false;
    }
  }
}
