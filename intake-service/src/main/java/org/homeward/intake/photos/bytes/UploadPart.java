package org.homeward.intake.photos.bytes;

import java.util.Arrays;
import java.util.Optional;

/** The bytes that are kept of one upload. */
public enum UploadPart {
  /** Blots of colour, kept before the others and for as long as nobody has looked. */
  VEILED("veiled"),
  SMALL("96"),
  MIDDLE("400"),
  LARGE("1600"),
  /** The original file with its metadata: for police only. */
  ORIGINAL("original"),
  /** A PDF, as it came: nothing is made of it. */
  DOCUMENT("document"),
  /** The part of the picture that the public may be shown. */
  PUBLIC_MIDDLE("public-400"),
  PUBLIC_LARGE("public-1600");

  /** Begins the names of those that the public may be shown. */
  public static final String PUBLIC = "public-";

  private final String text;

  UploadPart(String text) {
    this.text = text;
  }

  /** Its place in addresses: mostly the longer side in pixels. */
  public String text() {
    return text;
  }

  /** Whether it was made of the pixels of what came. */
  public boolean isMade() {
    return this != ORIGINAL && this != DOCUMENT;
  }

  public boolean isPublic() {
    return this == PUBLIC_MIDDLE || this == PUBLIC_LARGE;
  }

  public static Optional<UploadPart> of(String text) {
    return Arrays.stream(values()).filter(part -> part.text.equals(text)).findFirst();
  }
}
