package org.homeward.alert.police.photos;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
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

  /** The answer to a reader of a photo. */
  public sealed interface Read {

    record Bytes(byte[] content) implements Read {}

    record Nothing() implements Read {}

    /** Nothing is known: ask again. */
    record Away() implements Read {}
  }

  /**
   * @param notice the id of the notice that lists it
   */
  public Read read(String notice, NoticePhoto photo, String size) {
    String digest = photo.digests().get(size);
    if (digest == null) {
      return new Read.Nothing();
    }
    Optional<byte[]> kept =
        copies.read(photo.id(), size).filter(content -> digest.equals(digest(content)));
    if (kept.isPresent()) {
      return isTakenBack(photo) ? new Read.Nothing() : new Read.Bytes(kept.get());
    }
    try {
      Optional<byte[]> fetched = source.bytes(photo, size);
      if (fetched.isEmpty() || !digest.equals(digest(fetched.get()))) {
        return new Read.Nothing();
      }
      copies.keep(notice, photo, size, fetched.get());
      return new Read.Bytes(fetched.get());
    } catch (PhotoSource.PhotoAway e) {
      return new Read.Away();
    }
  }

  /** Intake may have locked or withdrawn it, and its event is still on the way. */
  private boolean isTakenBack(NoticePhoto photo) {
    try {
      return source.bytes(photo, SMALLEST).isEmpty(); // upholds 4
    } catch (PhotoSource.PhotoAway e) {
      return false;
    }
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
