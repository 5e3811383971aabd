package org.homeward.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyIT {
  private final List<String> received = new CopyOnWriteArrayList<>();
  private ServerSocket echo;
  private TcpProxy proxy;

  @BeforeEach
  void start() throws IOException {
    echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
    proxy = TcpProxy.toPort(echo.getLocalPort());
  }

  @AfterEach
  void stop() throws IOException {
    proxy.close();
    echo.close();
  }

  @Test
  void passesBytesBothWays() throws IOException {
    try (Socket client = connect()) {
      assertThat(ask(client, "hello")).isEqualTo("hello");
    }
  }

  @Test
  void losesTheReplyToTheMarkedRequestOnlyAfterItArrived() throws IOException {
    proxy.loseReplyTo("store");
    try (Socket client = connect()) {
      assertThat(ask(client, "hello")).isEqualTo("hello");
      assertThat(ask(client, "store this")).isEmpty();
    }
    assertThat(received).containsExactly("hello", "store this");
    assertThat(proxy.lostReplies()).isOne();
    try (Socket client = connect()) {
      assertThat(ask(client, "store this")).isEqualTo("store this");
    }
  }

  @Test
  void dropsRepliesUntilToldToPass() throws IOException {
    proxy.dropReplies();
    try (Socket client = connect()) {
      assertThat(ask(client, "a")).isEmpty();
    }
    proxy.pass();
    try (Socket client = connect()) {
      assertThat(ask(client, "b")).isEqualTo("b");
    }
    assertThat(received).containsExactly("a", "b");
  }

  @Test
  void refusedAndCutConnectionsComeBackAfterPass() throws IOException {
    Socket client = connect();
    assertThat(ask(client, "a")).isEqualTo("a");

    proxy.refuse();

    assertThat(client.getInputStream().read()).isNegative();
    assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
    proxy.pass();
    try (Socket again = connect()) {
      assertThat(ask(again, "b")).isEqualTo("b");
      proxy.cut();
      assertThat(again.getInputStream().read()).isNegative();
    }
  }

  @Test
  void halfOpenConnectionStaysAndIsSilent() throws IOException {
    try (Socket client = connect()) {
      proxy.halfOpen();
      client.setSoTimeout(150);
      assertThatThrownBy(() -> ask(client, "a")).isInstanceOf(SocketTimeoutException.class);
      proxy.pass();
      client.setSoTimeout(5_000);
      assertThat(client.getInputStream().readNBytes(1)).isEqualTo(new byte[] {'a'});
    }
  }

  @Test
  void delayHoldsRequestsBack() throws IOException {
    proxy.delay(Duration.ofMillis(60));
    try (Socket client = connect()) {
      long before = System.nanoTime();
      assertThat(ask(client, "a")).isEqualTo("a");
      assertThat(Duration.ofNanos(System.nanoTime() - before))
          .isGreaterThan(Duration.ofMillis(110));
    }
    await().until(() -> received.contains("a"));
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), proxy.port());
  }

  private static String ask(Socket client, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    client.getOutputStream().write(bytes);
    return new String(client.getInputStream().readNBytes(bytes.length), StandardCharsets.UTF_8);
  }

  private void serve() {
    while (!echo.isClosed()) {
      try {
        Socket client = echo.accept();
        Thread.ofVirtual().start(() -> echo(client));
      } catch (IOException ended) {
        return;
      }
    }
  }

  private void echo(Socket client) {
    byte[] buffer = new byte[1024];
    try (client) {
      for (int n; (n = client.getInputStream().read(buffer)) >= 0; ) {
        received.add(new String(buffer, 0, n, StandardCharsets.UTF_8));
        client.getOutputStream().write(buffer, 0, n);
      }
    } catch (IOException ended) {
      // The proxy cut it.
    }
  }
}
