package org.homeward.intake.photos.police;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The stored document: a locked picture left once for police. It stays when the picture is
 * destroyed, and says nothing of a child.
 *
 * @param picture id of the photo, the paper, or the tip with the picture
 * @param by opaque id of the supervisor
 * @param authority whose key alone opens the file
 * @param reference of the police
 * @param digest SHA-256, hex, of the bytes before they were encrypted
 */
record Collected(
    String picture, String by, Instant at, String authority, String reference, String digest) {

  /** By which the collections of a picture are asked for. */
  static final String PICTURE = "picture";

  Collected {
    requireNonNull(picture, "picture");
    requireNonNull(by, "by");
    requireNonNull(at, "at");
    requireNonNull(authority, "authority");
    requireNonNull(reference, "reference");
    requireNonNull(digest, "digest");
  }

  @Override
  public String toString() {
    return "Collected[redacted]";
  }
}
