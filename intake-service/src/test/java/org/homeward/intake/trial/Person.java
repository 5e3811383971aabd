package org.homeward.intake.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.homeward.face.testing.Answer;
import org.homeward.face.testing.OpenApi;
import org.homeward.face.testing.Wire;
import org.jspecify.annotations.Nullable;

/** Somebody who has logged in. */
public final class Person {

  private static final String JSON = "application/json";
  public static final OpenApi API = OpenApi.read(Path.of("src/main/resources/openapi.yaml"));

  private final Wire wire;
  private final String token;

  Person(int port, String token) {
    this.wire = new Wire(port);
    this.token = "Authorization: Bearer " + token;
  }

  public Answer get(String path) {
    return asDescribed("GET", path, null, "", wire.call("GET", path, token));
  }

  /** A POST with a new key. */
  public Answer post(String path, String body, String... headers) {
    return send("POST", path, body, JSON, headers);
  }

  /** A POST of a file. */
  public Answer postFile(String path, String type, String body, String... headers) {
    return send("POST", path, body, type, headers);
  }

  public Answer postNothing(String path, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of(token, "Content-Length: 0", key()));
    Answer answer = wire.call("POST", path, all.toArray(String[]::new));
    return asDescribed("POST", path, null, "", answer);
  }

  public Answer patch(String path, String body, String... headers) {
    return send("PATCH", path, body, "application/merge-patch+json", headers);
  }

  public Answer put(String path, String body, String... headers) {
    return send("PUT", path, body, JSON, headers);
  }

  /** A POST with a key that came before. */
  public Answer repeat(String path, String body, String key, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.add(token);
    all.add("Content-Type: " + JSON);
    all.add("Idempotency-Key: " + key);
    Answer answer = wire.send("POST", path, body, all.toArray(String[]::new));
    return asDescribed("POST", path, JSON, body, answer);
  }

  private Answer send(String method, String path, String body, String type, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.add(token);
    all.add("Content-Type: " + type);
    all.add(key());
    Answer answer = wire.send(method, path, body, all.toArray(String[]::new));
    return asDescribed(method, path, type, body, answer);
  }

  /** Every exchange of every test is held against the document. */
  private static Answer asDescribed(
      String method, String path, @Nullable String type, String body, Answer answer) {
    assertThat(
            API.problems(
                method,
                path,
                type,
                body.getBytes(UTF_8),
                answer.status(),
                answer.all("Content-Type").stream().findFirst().orElse(null),
                answer.body()))
        .isEmpty();
    return answer;
  }

  private static String key() {
    return "Idempotency-Key: " + UUID.randomUUID();
  }
}
