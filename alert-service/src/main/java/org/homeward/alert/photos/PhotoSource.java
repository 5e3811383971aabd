package org.homeward.alert.photos;

import java.util.Optional;

/** Where the bytes of released photos come from, for one kind of reader. */
public interface PhotoSource {

  /**
   * Empty when it is there no more.
   *
   * @param photo its id in intake
   * @param part of it, as intake calls it
   * @throws PhotoAway when it cannot be reached now
   */
  Optional<byte[]> bytes(String photo, String part);

  /**
   * The same; bytes that are others than the event of the case told count as none.
   *
   * @param digest SHA-256, hex
   */
  default Optional<byte[]> bytes(String photo, String part, String digest) {
    return bytes(photo, part).filter(content -> PhotoDigest.is(digest, content));
  }

  /**
   * Whether its readers may have it; loads nothing.
   *
   * @throws PhotoAway when it cannot be reached now
   */
  boolean isThere(String photo, String part);

  /** Nothing is known of the photo. */
  final class PhotoAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PhotoAway(String message) {
      super(message);
    }
  }
}
