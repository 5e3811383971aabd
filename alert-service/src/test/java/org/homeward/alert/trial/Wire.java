package org.homeward.alert.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;

/** Calls the service over HTTP, as one caller. */
public final class Wire {

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
    return send(request(path, headers).GET());
  }

  public Answer head(String path, String... headers) {
    return send(request(path, headers).HEAD());
  }

  public Answer post(String path, String body, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  /** With a new Idempotency-Key. */
  public Answer command(String path, String body) {
    return post(path, body, "Idempotency-Key", UUID.randomUUID().toString());
  }

  public Answer method(String method, String path, String body, String... headers) {
    return send(request(path, headers).method(method, BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(root + path)).timeout(Duration.ofSeconds(20));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return authorization.isEmpty() ? request : request.header("Authorization", authorization);
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
