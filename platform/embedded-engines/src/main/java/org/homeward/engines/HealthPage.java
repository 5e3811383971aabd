package org.homeward.engines;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.homeward.engines.engine.Engine;
import org.homeward.engines.engine.Health;
import org.homeward.engines.engine.PortTaken;

/** Answers 200 or 503 on a loopback port, with one word about each engine. */
final class HealthPage implements AutoCloseable {
  private final Map<String, Engine> engines;
  private final HttpServer server;

  HealthPage(int port, Map<String, Engine> engines) throws IOException {
    this.engines = new TreeMap<>(engines);
    PortTaken.check(port, "the health page");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 16);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/health", this::answer);
    server.start();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    Map<String, Health> all = new TreeMap<>();
    engines.forEach((name, engine) -> all.put(name, engine.health()));
    boolean up = all.values().stream().allMatch(Health::isUp);
    byte[] body = json(up, all).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(up ? 200 : 503, body.length);
    try (exchange) {
      exchange.getResponseBody().write(body);
    }
  }

  private static String json(boolean up, Map<String, Health> all) {
    return all.entrySet().stream()
        .map(
            e ->
                "\"%s\":{\"status\":\"%s\",\"detail\":\"%s\"}"
                    .formatted(e.getKey(), e.getValue().state(), e.getValue().detail()))
        .collect(Collectors.joining(",", "{\"status\":\"" + (up ? "UP" : "DOWN") + "\",", "}"));
  }
}
