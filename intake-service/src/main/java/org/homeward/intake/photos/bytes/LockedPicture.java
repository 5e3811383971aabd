package org.homeward.intake.photos.bytes;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The stored document of a mark: its id says all. Nobody finds the picture by it.
 *
 * @param since when it was first locked
 */
public record LockedPicture(Instant since) {

  public LockedPicture {
    requireNonNull(since, "since");
  }
}
