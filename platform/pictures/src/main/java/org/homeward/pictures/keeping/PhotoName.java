package org.homeward.pictures.keeping;

/**
 * Which bytes of a photo.
 *
 * @param photo the photo's id
 * @param part as {@code original} or {@code large}
 */
public record PhotoName(String photo, String part) {
  public PhotoName {
    if (!isPhoto(photo) || !part.matches("[a-z][a-z-]{0,31}")) {
      throw new IllegalArgumentException("a photo's id and part are short and plain");
    }
  }

  /** Whether a photo can have this id. */
  static boolean isPhoto(String id) {
    return id.matches("[0-9a-z-]{8,64}");
  }
}
