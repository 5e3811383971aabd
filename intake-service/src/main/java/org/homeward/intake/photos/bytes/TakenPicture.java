package org.homeward.intake.photos.bytes;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The picture of a tip on its way to be a photo of the case.
 *
 * @param takenAt when the file says that it was taken; what we made of it says nothing
 * @param takenIn where the file says that it was taken
 * @param originalUntil when these bytes, as they came, are deleted: their period began with the
 *     tip; null when these are what we made of them, and no original
 */
public record TakenPicture(
    byte[] content,
    Origin origin,
    @Nullable String takenAt,
    @Nullable String takenIn,
    @Nullable Instant originalUntil) {

  public TakenPicture {
    requireNonNull(content, "content");
    requireNonNull(origin, "origin");
  }

  /** Who sent a tip. */
  public enum Sender {
    PUBLIC,
    /** Somebody who told it to the hotline, whose operator wrote it down. */
    OPERATOR,
    PARTNER
  }

  /**
   * The tip that a photo came with.
   *
   * @param tip its id, also once it is erased
   */
  public record Origin(String tip, Sender sentBy) {

    public Origin {
      requireNonNull(tip, "tip");
      requireNonNull(sentBy, "sentBy");
    }
  }

  @Override
  public String toString() {
    return "TakenPicture[redacted]";
  }
}
