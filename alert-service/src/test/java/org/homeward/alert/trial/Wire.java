package org.homeward.alert.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.homeward.face.testing.OpenApi;
import org.jspecify.annotations.Nullable;

/** Calls the service over HTTP, as one caller. */
public final class Wire {

  /** What every exchange is held against. */
  public static final OpenApi API =
      OpenApi.read(Path.of("src/main/resources/openapi.yaml").toAbsolutePath());

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final String root;
  private final String authorization;

  private Wire(String root, String authorization) {
    this.root = root;
    this.authorization = authorization;
  }

  static Wire anonymous(String root) {
    return new Wire(root, "");
  }

  static Wire bearing(String root, String token) {
    return new Wire(root, "Bearer " + token);
  }

  static Wire basic(String root, String user, String password) {
    String both = user + ":" + password;
    return new Wire(root, "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8)));
  }

  /** The headers are names and values in turn. */
  public Answer get(String path, String... headers) {
    return send("GET", path, null, headers);
  }

  public Answer head(String path, String... headers) {
    return send("HEAD", path, null, headers);
  }

  public Answer post(String path, String body, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Content-Type", "application/json"));
    return send("POST", path, body, all.toArray(String[]::new));
  }

  /** With a new Idempotency-Key. */
  public Answer command(String path, String body) {
    return post(path, body, "Idempotency-Key", UUID.randomUUID().toString());
  }

  public Answer method(String method, String path, String body, String... headers) {
    return send(method, path, body, headers);
  }

  private Answer send(String method, String path, @Nullable String body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(root + path))
            .timeout(Duration.ofSeconds(60))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    HttpRequest sent = request.build();
    try {
      Answer answer = new Answer(CLIENT.send(sent, BodyHandlers.ofByteArray()));
      if (!method.equals("HEAD") && path.startsWith("/api/")) {
        assertDescribed(sent, path, body, answer);
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void assertDescribed(
      HttpRequest sent, String path, @Nullable String body, Answer answer) {
    assertThat(
            API.problems(
                sent.method(),
                path,
                body == null || body.isEmpty()
                    ? null
                    : sent.headers().firstValue("Content-Type").orElse(null),
                body == null ? new byte[0] : body.getBytes(UTF_8),
                answer.status(),
                answer.header("Content-Type").orElse(null),
                answer.response().body()))
        .as("%s %s: %s", sent.method(), path, answer)
        .isEmpty();
  }
}
