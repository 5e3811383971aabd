package org.homeward.console.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.homeward.console.login.HttpTokens;
import org.homeward.face.trace.Trace;
import org.homeward.schema.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Asks the node's API, as anybody's program would, with the token of the person at the browser. */
public final class HttpApi {

  private static final String PROBLEM = "urn:homeward:problem:";

  private final HttpClient http;
  private final URI address;
  private final Duration within;
  private final HttpTokens tokens;

  HttpApi(HttpClient http, ApiSettings settings, HttpTokens tokens) {
    this.http = http;
    this.address = settings.address();
    this.within = settings.within();
    this.tokens = tokens;
  }

  /**
   * Reads what a page cannot be made without.
   *
   * @param path with its query
   * @throws ApiFailed when there is no such answer; a page says why
   */
  public Answer.Done read(String path) {
    Answer answer = get(path);
    if (answer instanceof Answer.Done done) {
      return done;
    }
    throw failure(answer);
  }

  /** Leads to the page about an answer that a page cannot be made of. */
  public static RuntimeException failure(Answer answer) {
    return new ApiFailed(answer);
  }

  public Answer get(String path) {
    return send(path, request(path).GET());
  }

  /**
   * Sends a command.
   *
   * @param key the Idempotency-Key: one for each form that was shown, however often it is sent
   * @param seen the ETag that the person has seen; empty where none is asked for
   */
  public Answer post(String path, ObjectNode body, String key, String seen) {
    var request =
        request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(body)));
    if (!seen.isEmpty()) {
      request.header("If-Match", seen);
    }
    return send(path, request);
  }

  /**
   * Replaces what the person has seen.
   *
   * @param seen the ETag of it
   */
  public Answer put(String path, ObjectNode body, String seen) {
    return send(
        path,
        request(path)
            .header("Content-Type", "application/json")
            .header("If-Match", seen)
            .PUT(BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(body))));
  }

  /**
   * Changes parts of what the person has seen.
   *
   * @param seen the ETag of it
   */
  public Answer patch(String path, ObjectNode body, String seen) {
    return send(
        path,
        request(path)
            .header("Content-Type", "application/json")
            .header("If-Match", seen)
            .method("PATCH", BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(body))));
  }

  private HttpRequest.Builder request(String path) {
    var request =
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(within)
            .header("Accept", "application/json, application/problem+json")
            .header("Authorization", "Bearer " + tokens.current());
    Trace.current().ifPresent(trace -> request.header(Trace.HEADER, trace.header()));
    return request;
  }

  private Answer send(String path, HttpRequest.Builder request) {
    HttpResponse<byte[]> response;
    try {
      response = http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      return new Answer.Away("gateway");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Away("gateway");
    }
    int status = response.statusCode();
    Optional<JsonNode> body = json(response.body());
    if (status >= 200 && status < 300 && body.isPresent()) {
      return new Answer.Done(status, body.get(), response.headers().firstValue("ETag").orElse(""));
    }
    if ((status >= 400 && status < 500) || status == 507) {
      return refused(status, body.orElse(JsonNodeFactory.instance.objectNode()));
    }
    return new Answer.Away(serviceOf(path));
  }

  private static Optional<JsonNode> json(byte[] body) {
    try {
      return body.length == 0
          ? Optional.of(JsonNodeFactory.instance.objectNode())
          : Optional.of(Json.mapper().readTree(body));
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  private static Answer refused(int status, JsonNode problem) {
    String type = problem.path("type").asString("");
    List<Answer.Wrong> errors =
        problem
            .path("errors")
            .valueStream()
            .map(
                error ->
                    new Answer.Wrong(
                        error.path("pointer").asString(""), error.path("rule").asString("")))
            .toList();
    return new Answer.Refused(
        status, type.startsWith(PROBLEM) ? type.substring(PROBLEM.length()) : type, errors);
  }

  private static String serviceOf(String path) {
    if (Stream.of("/cases", "/reports", "/drafts", "/calls", "/tasks", "/decisions")
        .anyMatch(each -> path.startsWith("/api/v1" + each))) {
      return "cases";
    }
    return Stream.of("/handovers", "/partners", "/quarantine")
            .anyMatch(each -> path.startsWith("/api/v1" + each))
        ? "partners"
        : "alerts";
  }
}
