package org.homeward.alert.kafka;

import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** {@code POST /actuator/republish}: a reader of our topic has lost records, or is new. */
@Endpoint(id = "republish")
public final class RepublishEndpoint {

  private final Republication republication;

  public RepublishEndpoint(Republication republication) {
    this.republication = republication;
  }

  @WriteOperation
  public Map<String, Integer> republish() {
    return Map.of("republished", republication.republish());
  }
}
