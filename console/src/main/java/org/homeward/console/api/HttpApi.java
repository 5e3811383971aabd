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
import java.util.function.Function;
import java.util.stream.Stream;
import org.homeward.console.login.HttpTokens;
import org.homeward.face.trace.Trace;
import org.homeward.schema.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Asks the node's API, as anybody's program would, with the token of the person at the browser. */
public final class HttpApi {

  private static final String PROBLEM = "urn:homeward:problem:";
  private static final String PICTURES = "image/jpeg, image/png, application/problem+json";
  private static final String DOCUMENTS = "application/pdf, application/problem+json";

  /** A picture is read on the other side before it is answered. */
  private static final int PICTURE_TAKES = 6;

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
   * Sends what a stranger says, without anybody's token.
   *
   * @param key the Idempotency-Key of the form
   * @param client the stranger's address, by which tips are counted; empty when nobody knows it
   */
  public Answer postForAnybody(String path, ObjectNode body, String key, String client) {
    return send(path, forAnybody(path, body, key, client));
  }

  /** The same with a picture in it, which takes longer to read. */
  public Answer postPictureForAnybody(String path, ObjectNode body, String key, String client) {
    return send(
        path, forAnybody(path, body, key, client).timeout(within.multipliedBy(PICTURE_TAKES)));
  }

  private HttpRequest.Builder forAnybody(String path, ObjectNode body, String key, String client) {
    var request =
        open(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(body)));
    if (!client.isEmpty()) {
      request.header("X-Forwarded-For", client);
    }
    return request;
  }

  /**
   * Reads what everybody may read, without anybody's token.
   *
   * @param client the stranger's address, by which wrong codes are counted; empty when nobody knows
   *     it
   */
  public Answer getForAnybody(String path, String client) {
    var request = open(path).GET();
    if (!client.isEmpty()) {
      request.header("X-Forwarded-For", client);
    }
    return send(path, request);
  }

  /** The answer about a picture that everybody may see, or may not. */
  public sealed interface OpenPicture {

    record Shown(byte[] content) implements OpenPicture {}

    /**
     * @param why the refusal, or that nobody answered
     */
    record None(Answer why) implements OpenPicture {}
  }

  /**
   * Reads the bytes of a picture that everybody may see, without anybody's token.
   *
   * @param client as {@link #getForAnybody} has it
   */
  public OpenPicture pictureForAnybody(String path, String client) {
    var request = open(path).setHeader("Accept", PICTURES).GET();
    if (!client.isEmpty()) {
      request.header("X-Forwarded-For", client);
    }
    HttpResponse<byte[]> response = exchange(request);
    return response != null && response.statusCode() == 200
        ? new OpenPicture.Shown(response.body())
        : new OpenPicture.None(answer(path, response));
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

  /**
   * Sends a picture or a paper as it came.
   *
   * @param type its media type, as the browser calls it
   * @param key the Idempotency-Key: one for each form that was shown, however often it is sent
   */
  public Answer post(String path, byte[] picture, String type, String key) {
    return send(
        path,
        request(path)
            .timeout(within.multipliedBy(PICTURE_TAKES))
            .header("Content-Type", type)
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofByteArray(picture)));
  }

  /**
   * Reads the bytes of a picture.
   *
   * @throws ApiFailed when there are none to be had
   */
  public byte[] picture(String path) {
    return bytes(path, PICTURES);
  }

  /**
   * Reads the bytes of a PDF.
   *
   * @throws ApiFailed when there are none to be had
   */
  public byte[] document(String path) {
    return bytes(path, DOCUMENTS);
  }

  /** The answer of a command that answers with a file. */
  public sealed interface Filed {

    record Given(byte[] content) implements Filed {}

    /**
     * @param why the refusal, or that nobody answered
     */
    record None(Answer why) implements Filed {}
  }

  /**
   * Sends a command that answers with a file for somebody outside.
   *
   * @param key the Idempotency-Key: one for each form that was shown, however often it is sent
   */
  public Filed file(String path, ObjectNode body, String key) {
    HttpResponse<byte[]> response =
        exchange(
            request(path)
                .timeout(within.multipliedBy(PICTURE_TAKES))
                .setHeader("Accept", "application/jose, application/problem+json")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(body))));
    return response != null && response.statusCode() == 200
        ? new Filed.Given(response.body())
        : new Filed.None(answer(path, response));
  }

  private byte[] bytes(String path, String accepted) {
    HttpResponse<byte[]> response = exchange(request(path).setHeader("Accept", accepted).GET());
    if (response != null && response.statusCode() == 200) {
      return response.body();
    }
    throw failure(answer(path, response));
  }

  /**
   * For requests that the API answers when there is news, from any thread.
   *
   * @param wait how much longer than usual an answer may take
   * @return asks with the token of now, which is good for half a minute at least
   */
  public Function<String, Answer> waitingFor(Duration wait) {
    String token = tokens.current();
    return path -> send(path, request(path, token).timeout(within.plus(wait)).GET());
  }

  private HttpRequest.Builder request(String path) {
    return request(path, tokens.current());
  }

  private HttpRequest.Builder request(String path, String token) {
    return open(path).header("Authorization", "Bearer " + token);
  }

  private HttpRequest.Builder open(String path) {
    var request =
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(within)
            .header("Accept", "application/json, application/problem+json");
    Trace.current().ifPresent(trace -> request.header(Trace.HEADER, trace.header()));
    return request;
  }

  private Answer send(String path, HttpRequest.Builder request) {
    return answer(path, exchange(request));
  }

  /** Null when there was no answer. */
  private @Nullable HttpResponse<byte[]> exchange(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private static Answer answer(String path, @Nullable HttpResponse<byte[]> response) {
    if (response == null) {
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
    if (Stream.of(
            "/cases",
            "/reports",
            "/drafts",
            "/calls",
            "/tips",
            "/tasks",
            "/shifts",
            "/on-call",
            "/colleagues",
            "/scripts",
            "/decisions",
            "/risk",
            "/imports",
            "/care-files",
            "/providers",
            "/referrals",
            "/support",
            "/screening",
            "/job-offers",
            "/changes/intake",
            "/audit/intake",
            "/health/intake")
        .anyMatch(each -> path.startsWith("/api/v1" + each))) {
      return "cases";
    }
    return Stream.of(
                "/handovers",
                "/partners",
                "/quarantine",
                "/changes/bridge",
                "/audit/bridge",
                "/health/bridge")
            .anyMatch(each -> path.startsWith("/api/v1" + each))
        ? "partners"
        : "alerts";
  }
}
