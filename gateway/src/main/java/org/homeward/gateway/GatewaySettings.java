package org.homeward.gateway;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * {@code homeward.gateway.*}.
 *
 * @param intake where the instances of intake-service are
 * @param alert where those of alert-service are
 * @param bridge where those of partner-bridge-service are
 * @param console where those of the console are
 * @param bodyLimit the largest request body that is let through, chunked ones too
 */
@ConfigurationProperties("homeward.gateway")
record GatewaySettings(
    List<URI> intake, List<URI> alert, List<URI> bridge, List<URI> console, DataSize bodyLimit) {

  private static final int MAX_BODY_MB = 16;

  GatewaySettings {
    intake = List.copyOf(intake);
    alert = List.copyOf(alert);
    bridge = List.copyOf(bridge);
    console = List.copyOf(console);
    if (Stream.of(intake, alert, bridge, console).anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException("homeward.gateway needs an address of each service");
    }
    if (bodyLimit.toBytes() < 1 || bodyLimit.toMegabytes() > MAX_BODY_MB) {
      throw new IllegalArgumentException("homeward.gateway.body-limit is not between 1B and 16MB");
    }
  }

  List<URI> of(Upstream upstream) {
    return switch (upstream) {
      case INTAKE -> intake;
      case ALERT -> alert;
      case BRIDGE -> bridge;
      case CONSOLE -> console;
    };
  }
}
