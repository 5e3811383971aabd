package org.homeward.pictures;

/**
 * A JPEG of our own making, without metadata.
 *
 * @param digest SHA-256 in hexadecimal digits
 */
public record Rendered(byte[] jpeg, int width, int height, String digest) {

  @Override
  public String toString() {
    return "Rendered[%d × %d, %d bytes]".formatted(width, height, jpeg.length);
  }
}
