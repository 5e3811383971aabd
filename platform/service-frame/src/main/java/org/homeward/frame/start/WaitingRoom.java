package org.homeward.frame.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers for health at the service's address while the service itself must not begin: alive, not
 * ready, and what to do. Anything else gets 503. It is gone before the service listens.
 */
final class WaitingRoom implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WaitingRoom.class);
  private static final String HEALTH = "/actuator/health";

  private final @Nullable InetSocketAddress address;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private @Nullable HttpServer server;
  private boolean tried;
  private volatile String waitingFor = "";

  /**
   * @param address where the service will listen; null when it has none
   */
  WaitingRoom(@Nullable InetSocketAddress address) {
    this.address = address;
  }

  /** Opens at the first call; an address that is taken is the service's own trouble later. */
  void waitFor(String what) {
    waitingFor = what;
    if (tried || address == null) {
      return;
    }
    tried = true;
    try {
      server = HttpServer.create(address, 0);
      server.createContext("/", this::answer);
      server.setExecutor(threads);
      server.start();
    } catch (IOException taken) {
      LOG.warn("no health is told while waiting: {}", taken.getClass().getName());
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      boolean isHealth = path.startsWith(HEALTH);
      boolean isAlive = path.equals(HEALTH + "/liveness");
      byte[] bytes =
          isHealth
              ? health(isAlive).getBytes(UTF_8)
              : Problems.body(FaceProblem.UNAVAILABLE.problem());
      var headers = exchange.getResponseHeaders();
      headers.set("Content-Type", isHealth ? "application/json" : "application/problem+json");
      headers.set("Cache-Control", "no-store");
      headers.set("Retry-After", "2");
      boolean isHead = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(isAlive ? 200 : 503, isHead ? -1 : bytes.length);
      if (!isHead) {
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  private String health(boolean isAlive) {
    return isAlive
        ? "{\"status\":\"UP\"}"
        : "{\"status\":\"OUT_OF_SERVICE\",\"whatToDo\":\"Start " + waitingFor + ".\"}";
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop(0);
    }
    threads.shutdownNow();
  }
}
