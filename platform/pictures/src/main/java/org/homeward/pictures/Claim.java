package org.homeward.pictures;

import java.time.Instant;
import java.time.LocalDateTime;

/**
 * A claim of a file's metadata about the picture's origin. Anybody can write them; the team weighs
 * them.
 */
public sealed interface Claim {

  /**
   * The time by the camera's own clock.
   *
   * @param offset from UTC, as {@code +02:00}; empty when the file does not tell
   */
  record CameraTime(LocalDateTime at, String offset) implements Claim {
    public CameraTime {
      if (!offset.matches("|[+-][0-9]{2}:[0-9]{2}")) {
        throw new IllegalArgumentException("offset is hours and minutes from UTC");
      }
    }
  }

  /** The time by the satellites that gave the place. */
  record SatelliteTime(Instant at) implements Claim {}

  /** Where the camera was, in degrees; not where the child is. */
  record CameraPlace(double latitude, double longitude) implements Claim {
    public CameraPlace {
      if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
        throw new IllegalArgumentException("latitude and longitude are on the earth");
      }
    }

    @Override
    public String toString() {
      return "CameraPlace[withheld]";
    }
  }
}
