package org.homeward.pictures.keeping;

/** The bytes under this name are not those that were kept under it. */
public final class PhotoDamaged extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PhotoDamaged(PhotoName name) {
    super("the bytes of photo %s, %s, do not open".formatted(name.photo(), name.part()));
  }
}
