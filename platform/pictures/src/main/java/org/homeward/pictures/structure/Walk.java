package org.homeward.pictures.structure;

import org.homeward.pictures.PictureFormat;
import org.homeward.pictures.Refusal;

/** The outcome of a walk through the structure of a file, which decodes nothing. */
public sealed interface Walk {

  /**
   * The structure is whole.
   *
   * @param pixels the file again, but only its parts that make pixels
   * @param exif what the camera wrote, as TIFF; empty when there is none
   */
  record Sound(PictureFormat format, int width, int height, byte[] pixels, byte[] exif)
      implements Walk {}

  /** The file is refused. */
  record Flawed(Refusal rule) implements Walk {}
}
