package org.homeward.local.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sends requests to a node. It keeps the bodies of all problems, for a search afterwards. */
public final class Http {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(30);

  private final HttpClient client;
  private final List<String> problems = new ArrayList<>(); // guarded by itself
  private final Exchanges watch;

  /** Without an observer. */
  public Http() {
    this((_, _) -> {});
  }

  public Http(Exchanges watch) {
    this(watch, client().build());
  }

  private Http(Exchanges watch, HttpClient client) {
    this.watch = watch;
    this.client = client;
  }

  /** Sends from an address of this machine, as another client than others on it. */
  public static Http from(InetAddress own, Exchanges watch) {
    return new Http(watch, client().localAddress(own).build());
  }

  private static HttpClient.Builder client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1) // else each request offers an upgrade
        .connectTimeout(CONNECT);
  }

  /** A request to this address, with a time limit. */
  public static HttpRequest.Builder to(URI address) {
    return HttpRequest.newBuilder(address).timeout(ANSWER);
  }

  /**
   * Returns any answer.
   *
   * @throws UncheckedIOException when there is no answer: the outcome is unknown
   */
  public Answer send(HttpRequest request) {
    try {
      var response = exchanged(request);
      var answer = new Answer(response.statusCode(), response.headers(), response.body());
      watch.seen(request, answer);
      if (answer.status() >= 400) {
        synchronized (problems) {
          problems.add(answer.body());
        }
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
  }

  /** Repeats a GET once, because a kept connection may lead to a killed process. */
  private HttpResponse<String> exchanged(HttpRequest request)
      throws IOException, InterruptedException {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      if (!request.method().equals("GET")) {
        throw e;
      }
      return client.send(request, BodyHandlers.ofString());
    }
  }

  /** The bodies of all answers from 400 on, so far. */
  public List<String> problems() {
    synchronized (problems) {
      return List.copyOf(problems);
    }
  }
}
