package org.homeward.intake.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.homeward.face.problem.Violation;
import org.homeward.schema.json.SaysRules;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/** What a person should look at in what was said; it is kept as it came. */
public final class Warnings {

  private Warnings() {}

  /** Of what the reader may see or has sent, so that they tell nothing else. */
  public static List<Violation> in(JsonNode says) {
    return SaysRules.warnings(says).stream()
        .map(warning -> new Violation("/says" + warning.pointer(), warning.rule()))
        .toList();
  }

  /** Nothing is put where there is none. */
  static void put(Map<String, Object> json, List<Violation> warnings) {
    if (!warnings.isEmpty()) {
      json.put("warnings", warnings);
    }
  }

  /** The same answer with warnings, if there are any. */
  public static ResponseEntity<Map<String, Object>> beside(
      ResponseEntity<Map<String, Object>> answer, List<Violation> warnings) {
    Map<String, Object> json = new LinkedHashMap<>(Objects.requireNonNull(answer.getBody()));
    put(json, warnings);
    return new ResponseEntity<>(json, answer.getHeaders(), answer.getStatusCode());
  }
}
