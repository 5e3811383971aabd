package org.homeward.intake.photos.police;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.intake.collecting.*}.
 *
 * @param key file with the public key of police; empty where locked pictures do not leave
 * @param of whose key it is; empty without one
 */
@ConfigurationProperties("homeward.intake.collecting")
record CollectingSettings(String key, String of) {

  CollectingSettings {
    if (key.isBlank() != of.isBlank()) {
      throw new IllegalArgumentException(
          "homeward.intake.collecting.key and homeward.intake.collecting.of are set together");
    }
  }
}
