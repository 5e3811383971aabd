package org.homeward.pictures;

import java.time.Duration;

/** Reads a picture that somebody sent, whatever its bytes are, and makes new ones of its pixels. */
@FunctionalInterface
public interface PictureReader {

  /**
   * Reads it once.
   *
   * @param area what of the picture to keep, as one sees it upright
   * @param patience how long to wait until a place is free; reading has a limit of its own
   * @throws ReaderUnavailable when nothing is known of the picture, because the reader has failed
   */
  Reading read(byte[] picture, Area area, Duration patience);
}
