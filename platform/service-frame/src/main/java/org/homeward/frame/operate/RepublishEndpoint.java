package org.homeward.frame.operate;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.homeward.durable.Aggregate;
import org.homeward.durable.publication.Publication;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** {@code POST /actuator/republish}: a reader of our topic has lost records, or is new. */
@Endpoint(id = "republish")
public final class RepublishEndpoint {

  private final Supplier<List<Aggregate<?>>> aggregates;

  public RepublishEndpoint(Supplier<List<Aggregate<?>>> aggregates) {
    this.aggregates = aggregates;
  }

  @WriteOperation
  public Map<String, Integer> republish() {
    return Map.of(
        "published",
        aggregates.get().stream()
            .flatMap(each -> each.publication().stream())
            .mapToInt(Publication::republishAll)
            .sum());
  }
}
