package org.homeward.pictures.keeping;

/** Bytes of a photo that only its key opens. {@link PhotoKey#seal} makes them. */
public final class SealedPhoto {
  private final byte[] bytes;

  SealedPhoto(byte[] bytes) {
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes;
  }
}
