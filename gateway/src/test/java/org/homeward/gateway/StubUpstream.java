package org.homeward.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.homeward.testkit.FreePorts;
import org.jspecify.annotations.Nullable;

/** A service behind the gateway that remembers what came and answers as it is told. */
final class StubUpstream implements AutoCloseable {

  /** One request as it arrived; header names in lower case. */
  record Seen(String method, String uri, Map<String, List<String>> headers, byte[] body) {

    List<String> header(String name) {
      return headers.getOrDefault(name, List.of());
    }
  }

  /** Answers one request. */
  interface Script {
    void answer(HttpExchange exchange) throws IOException;
  }

  private final int port = FreePorts.take();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private volatile Script script = exchange -> reply(exchange, 200, new byte[0]);
  private @Nullable HttpServer server;

  static StubUpstream started() {
    var upstream = new StubUpstream();
    upstream.start();
    return upstream;
  }

  int port() {
    return port;
  }

  void answers(Script next) {
    script = next;
  }

  List<Seen> seen() {
    return seen;
  }

  Seen last() {
    return seen.getLast();
  }

  void start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  void stop() {
    if (server != null) {
      server.stop(0);
      server = null;
    }
  }

  @Override
  public void close() {
    stop();
  }

  static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readAllBytes();
    var headers = new TreeMap<String, List<String>>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values));
    seen.add(
        new Seen(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body));
    script.answer(exchange);
  }
}
