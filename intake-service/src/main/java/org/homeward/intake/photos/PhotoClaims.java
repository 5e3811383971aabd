package org.homeward.intake.photos;

import org.jspecify.annotations.Nullable;

/**
 * The file's own claims; anybody can write that into a file.
 *
 * @param takenAt local time of the camera
 * @param place degrees north and east
 */
record PhotoClaims(@Nullable String takenAt, @Nullable String place) {

  static final PhotoClaims NONE = new PhotoClaims(null, null);

  @Override
  public String toString() {
    return "PhotoClaims[redacted]";
  }
}
