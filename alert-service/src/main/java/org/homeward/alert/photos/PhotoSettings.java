package org.homeward.alert.photos;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.alert.photos.*}.
 *
 * @param intake where the instances of intake-service are, without the gateway
 * @param in where the bytes of photos are kept
 */
@ConfigurationProperties("homeward.alert.photos")
record PhotoSettings(List<URI> intake, Place in) {

  PhotoSettings {
    intake = List.copyOf(intake);
    if (intake.isEmpty()) {
      throw new IllegalArgumentException("homeward.alert.photos.intake names no address");
    }
  }

  /** Where bytes are. */
  enum Place {
    /** In the data directory, for one machine. */
    FILES,
    /** In GridFS of the store, for several machines. */
    STORE
  }
}
