package org.homeward.frame.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers at the service's addresses while the service waits to start: health at the management
 * address (alive, not ready, and what to do), and 503 to anything else at both. It ends before the
 * service listens.
 */
final class WaitingRoom implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WaitingRoom.class);
  private static final String HEALTH = "/actuator/health";

  private final @Nullable InetSocketAddress service;
  private final @Nullable InetSocketAddress management;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<HttpServer> servers = new ArrayList<>();
  private boolean tried;
  private volatile String waitingFor = "";

  /**
   * @param service where the service will listen; null when it has no such place
   * @param management where its actuator will; null when it has no such place
   */
  WaitingRoom(@Nullable InetSocketAddress service, @Nullable InetSocketAddress management) {
    this.service = service;
    this.management = management;
  }

  /** Opens at the first call; an address that is taken is the service's own trouble later. */
  void waitFor(String what) {
    waitingFor = what;
    if (!tried) {
      tried = true;
      open(service, this::refuse);
      open(management, this::tell);
    }
  }

  private void open(@Nullable InetSocketAddress address, HttpHandler answer) {
    if (address == null) {
      return;
    }
    try {
      var server = HttpServer.create(address, 0);
      server.createContext("/", answer);
      server.setExecutor(threads);
      server.start();
      servers.add(server);
    } catch (IOException taken) {
      LOG.warn("nobody answers while waiting: {}", taken.getClass().getName());
    }
  }

  private void tell(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.startsWith(HEALTH)) {
      boolean isAlive = path.equals(HEALTH + "/liveness");
      answer(exchange, isAlive ? 200 : 503, "application/json", health(isAlive).getBytes(UTF_8));
    } else {
      refuse(exchange);
    }
  }

  private void refuse(HttpExchange exchange) throws IOException {
    byte[] problem = Problems.body(FaceProblem.UNAVAILABLE.problem());
    answer(exchange, 503, "application/problem+json", problem);
  }

  private static void answer(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    try (exchange) {
      var headers = exchange.getResponseHeaders();
      headers.set("Content-Type", type);
      headers.set("Cache-Control", "no-store");
      headers.set("Retry-After", "2");
      boolean isHead = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(status, isHead ? -1 : body.length);
      if (!isHead) {
        exchange.getResponseBody().write(body);
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
    servers.forEach(server -> server.stop(0));
    threads.shutdownNow();
  }
}
