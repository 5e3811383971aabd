package org.homeward.gateway;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * {@code homeward.gateway.*}.
 *
 * @param intake where intake-service is
 * @param alert where alert-service is
 * @param bridge where partner-bridge-service is
 * @param bodyLimit the largest request body that is let through, chunked ones too
 */
@ConfigurationProperties("homeward.gateway")
record GatewaySettings(URI intake, URI alert, URI bridge, DataSize bodyLimit) {

  private static final int MAX_BODY_MB = 16;

  GatewaySettings {
    if (bodyLimit.toBytes() < 1 || bodyLimit.toMegabytes() > MAX_BODY_MB) {
      throw new IllegalArgumentException("homeward.gateway.body-limit is not between 1B and 16MB");
    }
  }

  URI of(Upstream upstream) {
    return switch (upstream) {
      case INTAKE -> intake;
      case ALERT -> alert;
      case BRIDGE -> bridge;
    };
  }
}
