package org.homeward.pictures;

/** The formats that can be read. */
public enum PictureFormat {
  JPEG,
  PNG,
  WEBP,
  HEIC
}
