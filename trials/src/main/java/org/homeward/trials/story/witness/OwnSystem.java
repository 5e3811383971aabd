package org.homeward.trials.story.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The system of an organisation: it repeats challenges and keeps what it is told. */
public final class OwnSystem implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String PATH = "/alerts";
  private static final int OK = 200;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Told> told = new CopyOnWriteArrayList<>();

  public OwnSystem() {
    try {
      var own = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
      server = HttpServer.create(own, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext(PATH, this::take);
    server.start();
  }

  /**
   * A message as it came.
   *
   * @param id of the message
   * @param at seconds since 1970, as it was signed
   * @param signatures with spaces between them
   */
  public record Told(String id, String at, String signatures, byte[] body) {

    public JsonNode json() {
      return JSON.readTree(body);
    }

    public String type() {
      return json().path("type").asString("");
    }

    /** The words about the child are not for a failure's message. */
    @Override
    public String toString() {
      return "Told[" + id + "]";
    }
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
  }

  /** All messages so far, the oldest first; challenges are not among them. */
  public List<Told> told() {
    return List.copyOf(told);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var message =
          new Told(
              header(exchange, "webhook-id"),
              header(exchange, "webhook-timestamp"),
              header(exchange, "webhook-signature"),
              exchange.getRequestBody().readAllBytes());
      byte[] answer = new byte[0];
      if (message.type().equals("webhook.challenge")) {
        answer = message.json().at("/data/challenge").asString("").getBytes(UTF_8);
      } else {
        told.add(message);
      }
      exchange.sendResponseHeaders(OK, answer.length == 0 ? -1 : answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private static String header(HttpExchange exchange, String name) {
    @Nullable String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
