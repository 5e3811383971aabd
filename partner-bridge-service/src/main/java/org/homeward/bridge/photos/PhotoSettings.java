package org.homeward.bridge.photos;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.bridge.photos.*}, as far as it is about photos of partners.
 *
 * @param in where their bytes are kept
 */
@ConfigurationProperties("homeward.bridge.photos")
record PhotoSettings(Place in) {

  /** Where bytes are. */
  enum Place {
    /** In the data directory, for one machine. */
    FILES,
    /** In GridFS of the store, for several machines. */
    STORE
  }
}
