package org.homeward.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.homeward.local.node.Neighbours;
import org.homeward.local.node.NodePlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command, with nothing running but what stands for rs's alert-service. */
class StopAlertsIT {
  private static final String KEY = "planted-key";

  @TempDir Path root;

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private HttpServer alert;
  private int status = 201;

  @BeforeEach
  void standInForAlertService() throws IOException {
    var nodes = Neighbours.onFreePorts(root.resolve(".homeward"), _ -> root, Clock.systemUTC());
    NodePlan rs = nodes.rs().plan();
    Files.createDirectories(rs.data());
    Files.writeString(rs.stopKey(), KEY + "\n");
    alert =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), rs.ports().alert()), 8);
    alert.createContext(
        "/",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          asked.add(headers.getFirst("Authorization"));
          asked.add(headers.getFirst("Idempotency-Key"));
          asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    alert.start();
  }

  @AfterEach
  void endIt() {
    alert.stop(0);
  }

  @Test
  void theStopGoesToAlertServiceWithTheHostsOwnKey() throws Exception {
    assertThat(run("", "stop-alerts", "rs", "--yes")).isZero();

    assertThat(asked.get(0)).isEqualTo("POST /api/v1/stops");
    String login = Base64.getEncoder().encodeToString(("host:" + KEY).getBytes());
    assertThat(asked.get(1)).isEqualTo("Basic " + login);
    assertThat(asked.get(2)).hasSizeGreaterThan(30);
    assertThat(asked.get(3)).isEqualTo("{\"scope\": \"NODE\"}");
    assertThat(told()).contains("Node rs: all alerts are stopped").doesNotContain(KEY, login);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no\n", "\n"})
  void nothingIsStoppedWithoutAYes(String answer) throws Exception {
    assertThat(run(answer, "stop-alerts", "rs")).isEqualTo(1);

    assertThat(asked).isEmpty();
    assertThat(told()).contains("Type yes", "Nothing was stopped");
  }

  @Test
  void aYesAtTheTerminalStops() throws Exception {
    assertThat(run("yes\n", "stop-alerts", "rs")).isZero();
    assertThat(asked).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 409, 503})
  void aRefusalIsToldAsOne(int refusal) throws Exception {
    status = refusal;

    assertThat(run("", "stop-alerts", "rs", "--yes")).isEqualTo(1);
    assertThat(told()).contains("NOT STOPPED, alert-service answered " + refusal);
  }

  @Test
  void oneNodeThatCannotBeStoppedDoesNotKeepTheOtherFromIt() throws Exception {
    alert.stop(0);
    assertThat(run("", "stop-alerts", "--yes")).isEqualTo(1);

    assertThat(told())
        .contains("Node rs: NOT STOPPED, alert-service does not answer")
        .contains("Node gr: there is no ");
  }

  @Test
  void unknownArgumentsStopNothing() throws Exception {
    assertThat(run("", "stop-alerts", "xx", "--yes")).isEqualTo(2);
    assertThat(asked).isEmpty();
  }

  private int run(String typed, String command, String... arguments) throws Exception {
    var in = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
    var out = new PrintStream(told, true, StandardCharsets.UTF_8);
    return new Commands(root, root, in, out, Clock.systemUTC()).run(command, List.of(arguments));
  }

  private String told() {
    return told.toString(StandardCharsets.UTF_8);
  }
}
