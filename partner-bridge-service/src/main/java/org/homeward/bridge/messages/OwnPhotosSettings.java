package org.homeward.bridge.messages;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.bridge.photos.*}, as far as it is about photos of this node.
 *
 * @param intake where the instances of intake-service are, without the gateway
 */
@ConfigurationProperties("homeward.bridge.photos")
record OwnPhotosSettings(List<URI> intake) {

  OwnPhotosSettings {
    intake = List.copyOf(intake);
    if (intake.isEmpty()) {
      throw new IllegalArgumentException("homeward.bridge.photos.intake names no address");
    }
  }
}
