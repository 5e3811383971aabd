package org.homeward.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Server-sent events of a service, through the gateway. */
class EventStreamIT {

  private final CountDownLatch isRead = new CountDownLatch(1);
  private final CountDownLatch hungUp = new CountDownLatch(1);

  /** An event; when that is read a comment now and then, until the reader has gone. */
  private void streams(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (var body = exchange.getResponseBody()) {
      body.write("id: abcdefgh.1\nevent: heartbeat\ndata: {}\n\n".getBytes(UTF_8));
      body.flush();
      assertThat(isRead.await(20, TimeUnit.SECONDS)).isTrue();
      while (!hungUp.await(100, TimeUnit.MILLISECONDS)) {
        body.write(":\n\n".getBytes(UTF_8));
        body.flush();
      }
    } catch (IOException gone) {
      hungUp.countDown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpURLConnection open(Door door) throws IOException {
    var address = URI.create("http://127.0.0.1:" + door.port + "/api/v1/feeds/police/stream");
    var connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setRequestProperty("Accept", "text/event-stream");
    connection.setRequestProperty("Last-Event-ID", "abcdefgh.0");
    assertThat(connection.getResponseCode()).isEqualTo(200);
    return connection;
  }

  @Test
  void firstEventComesAtOnceAndSignsOfLifeKeepItOpen() throws IOException {
    try (var door = Door.open("--spring.http.clients.read-timeout=1500ms")) {
      door.alert.answers(this::streams);
      var connection = open(door);
      var lines = new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8));

      assertThat(lines.readLine()).isEqualTo("id: abcdefgh.1");
      isRead.countDown();
      assertThat(door.alert.last().header("last-event-id")).containsExactly("abcdefgh.0");
      int comments = 0;
      while (comments < 18) {
        comments += lines.readLine().equals(":") ? 1 : 0;
      }
      connection.disconnect();
    }
  }

  @Test
  void readerThatGoesIsNotReadForAnyMore() throws IOException {
    try (var door = Door.open()) {
      door.alert.answers(this::streams);
      var connection = open(door);
      connection.getInputStream().read();
      isRead.countDown();

      connection.disconnect();

      Awaitility.await().until(() -> hungUp.getCount() == 0);
    }
  }

  @Test
  void gatewayThatStopsDoesNotWaitForStreams() throws IOException {
    var door = Door.open("--spring.lifecycle.timeout-per-shutdown-phase=5m");
    door.alert.answers(this::streams);
    var connection = open(door);
    connection.getInputStream().read();
    isRead.countDown();

    var closing = Thread.startVirtualThread(door::close);

    Awaitility.await().until(() -> !closing.isAlive());
    Awaitility.await().until(() -> hungUp.getCount() == 0);
  }
}
