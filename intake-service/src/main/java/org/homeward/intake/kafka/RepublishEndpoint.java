package org.homeward.intake.kafka;

import java.util.Map;
import org.homeward.durable.publication.Publication;
import org.homeward.intake.cases.Case;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** {@code POST /actuator/republish}: a reader of our topic has lost records, or is new. */
@Endpoint(id = "republish")
public final class RepublishEndpoint {

  private final Publication<Case> publication;

  public RepublishEndpoint(Publication<Case> publication) {
    this.publication = publication;
  }

  @WriteOperation
  public Map<String, Integer> republish() {
    return Map.of("published", publication.republishAll());
  }
}
