package org.homeward.frame.operate;

import java.util.List;
import java.util.Map;
import org.homeward.durable.publication.Publication;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** {@code POST /actuator/republish}: a reader of our topic has lost records, or is new. */
@Endpoint(id = "republish")
public final class RepublishEndpoint {

  private final List<Publication<?>> publications;

  public RepublishEndpoint(Publication<?>... publications) {
    this.publications = List.of(publications);
  }

  @WriteOperation
  public Map<String, Integer> republish() {
    return Map.of("published", publications.stream().mapToInt(Publication::republishAll).sum());
  }
}
