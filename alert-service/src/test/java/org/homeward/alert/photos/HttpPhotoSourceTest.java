package org.homeward.alert.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.homeward.durable.command.DerivedIds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Intake that begins an answer and never ends it. */
class HttpPhotoSourceTest {

  private final CountDownLatch rest = new CountDownLatch(1);
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer intake;

  @BeforeEach
  void start() throws IOException {
    intake = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    intake.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    intake.createContext("/", this::answer);
    intake.start();
  }

  @AfterEach
  void stop() {
    rest.countDown();
    client.shutdownNow();
    intake.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 2);
    exchange.getResponseBody().write(1);
    exchange.getResponseBody().flush();
    try {
      rest.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.getResponseBody().write(2);
    exchange.close();
  }

  private HttpPhotoSource source(Duration within) {
    URI address = URI.create("http://127.0.0.1:" + intake.getAddress().getPort());
    return new HttpPhotoSource(
        client, List.of(address), new DerivedIds(new byte[32]), "reader", within);
  }

  @Test
  @Timeout(60)
  void bodyThatStopsHalfwayHoldsNoReaderForLong() {
    var source = source(Duration.ofMillis(500));

    assertThatThrownBy(() -> source.bytes("photo", "public-400"))
        .isInstanceOf(PhotoSource.PhotoAway.class);
  }

  @Test
  void wholeAnswerIsTheBytes() {
    rest.countDown();

    assertThat(source(Duration.ofMinutes(1)).bytes("photo", "public-400"))
        .hasValueSatisfying(bytes -> assertThat(bytes).containsExactly(1, 2));
  }
}
