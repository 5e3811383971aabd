package org.homeward.console.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.homeward.console.login.HttpTokens;

/** An API that answers what a test says, in order, and remembers what it was asked. */
public final class AnsweringApi implements AutoCloseable {

  private final HttpServer server;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Queue<Reply> replies = new ArrayDeque<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  private record Reply(int status, String etag, String body) {}

  /**
   * One request.
   *
   * @param what its method and path
   * @param seen its If-Match; empty when there is none
   * @param key its Idempotency-Key; empty when there is none
   */
  public record Asked(String what, String seen, String key, String body) {}

  public AnsweringApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  public HttpApi api(HttpTokens tokens) {
    var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new HttpApi(http, new ApiSettings(address, Duration.ofSeconds(60)), tokens);
  }

  /**
   * The next answer.
   *
   * @param etag empty for none
   */
  public AnsweringApi then(int status, String etag, String body) {
    replies.add(new Reply(status, etag, body));
    return this;
  }

  /** The next answer: a problem of this type. */
  public AnsweringApi thenProblem(int status, String type) {
    return then(status, "", "{\"type\":\"urn:homeward:problem:%s\"}".formatted(type));
  }

  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  private void answer(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    asked.add(
        new Asked(
            exchange.getRequestMethod() + " " + exchange.getRequestURI(),
            header(exchange, "If-Match"),
            header(exchange, "Idempotency-Key"),
            body));
    Reply reply = Objects.requireNonNull(replies.poll(), "no answer is left");
    if (!reply.etag().isEmpty()) {
      exchange.getResponseHeaders().set("ETag", reply.etag());
    }
    byte[] bytes = reply.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(reply.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
  }

  @Override
  public void close() {
    server.stop(0);
    http.close();
  }
}
