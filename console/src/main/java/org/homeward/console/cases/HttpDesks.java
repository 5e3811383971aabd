package org.homeward.console.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import tools.jackson.databind.JsonNode;

/** The police desks that a person can choose. No page waits for alert-service to tell them. */
final class HttpDesks {

  private final HttpApi api;

  HttpDesks(HttpApi api) {
    this.api = api;
  }

  /** Those that read now, by id; empty while alert-service cannot say which there are. */
  Map<String, String> reading(boolean exercise) {
    Map<String, String> desks = new LinkedHashMap<>();
    if (api.get("/api/v1/desks") instanceof Answer.Done(_, JsonNode found, _)) {
      found
          .path("desks")
          .valueStream()
          .filter(desk -> desk.path("standing").asString("").equals("VALID"))
          .filter(desk -> desk.path("exercise").asBoolean(false) == exercise)
          .forEach(desk -> desks.put(desk.path("id").asString(""), desk.path("name").asString("")));
    }
    return desks;
  }
}
