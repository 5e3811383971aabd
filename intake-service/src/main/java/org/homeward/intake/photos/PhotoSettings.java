package org.homeward.intake.photos;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.intake.photos.*}.
 *
 * @param originalsKept how long the bytes as they came are kept for police
 * @param in where the bytes of photos are
 */
@ConfigurationProperties("homeward.intake.photos")
record PhotoSettings(Duration originalsKept, Place in) {

  /** Where bytes are. */
  enum Place {
    /** In the data directory, for one machine. */
    FILES,
    /** In GridFS of the store, for several machines. */
    STORE
  }

  PhotoSettings {
    if (originalsKept.isNegative() || originalsKept.isZero()) {
      throw new IllegalArgumentException("homeward.intake.photos.originals-kept is not positive");
    }
  }
}
