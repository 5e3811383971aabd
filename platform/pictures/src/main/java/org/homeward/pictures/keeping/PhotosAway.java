package org.homeward.pictures.keeping;

/** The place where photos are kept cannot be read or written now: nothing is known of them. */
public final class PhotosAway extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PhotosAway(Throwable cause) {
    super("photos can be neither read nor written now", cause);
  }
}
