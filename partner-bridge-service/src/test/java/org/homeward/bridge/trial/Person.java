package org.homeward.bridge.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.homeward.face.testing.Answer;
import org.homeward.face.testing.Wire;
import tools.jackson.databind.JsonNode;

/** Somebody who calls a bridge's REST side. */
public final class Person {

  private static final String HANDOVERS = "/api/v1/handovers/";

  private final Wire wire;
  private final String token;

  Person(int port, String token) {
    this.wire = new Wire(port);
    this.token = token;
  }

  public Answer get(String path) {
    return Exchanges.checked(
        "GET", path, "", new byte[0], wire.call("GET", path, "Authorization: Bearer " + token));
  }

  public Answer post(String path, String body, String... headers) {
    return keyed(UUID.randomUUID().toString(), path, body, headers);
  }

  /** With a key of its own, to repeat a request. */
  public Answer keyed(String key, String path, String body, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.add("Authorization: Bearer " + token);
    all.add("Idempotency-Key: " + key);
    String type = body.isEmpty() ? "" : "application/json";
    if (!body.isEmpty()) {
      all.add("Content-Type: application/json");
    }
    Answer answer = wire.send("POST", path, body, all.toArray(String[]::new));
    return Exchanges.checked("POST", path, type, body.getBytes(UTF_8), answer);
  }

  public Answer offer(TrialCase trial, String partner, String basis) {
    return offer(trial, partner, basis, "");
  }

  /**
   * @param instead the open handover that is recalled for it; empty for none
   */
  public Answer offer(TrialCase trial, String partner, String basis, String instead) {
    return post(
        "/api/v1/handovers",
        """
        {"case": "%s", "partner": "%s", "reason": "ROUTE", "asks": ["POLICE_CONTACT"],
         "purpose": "PARTNER_SEARCH", "basis": "%s"%s}"""
            .formatted(
                trial.id,
                partner,
                basis,
                instead.isEmpty() ? "" : ", \"instead\": \"" + instead + "\""));
  }

  /** A move that needs the version seen; who was overtaken by a message's answer reads again. */
  public Answer move(String handover, String move, String body) {
    while (true) {
      String tag = get(HANDOVERS + handover).header("ETag");
      Answer answer = post(HANDOVERS + handover + "/" + move, body, "If-Match: " + tag);
      if (answer.status() != 412) {
        return answer;
      }
    }
  }

  public Answer act(String handover, String move, String body) {
    return post(HANDOVERS + handover + "/" + move, body);
  }

  public JsonNode handover(String id) {
    return get(HANDOVERS + id).json();
  }
}
