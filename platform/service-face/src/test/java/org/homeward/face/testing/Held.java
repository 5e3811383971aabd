package org.homeward.face.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A connection that somebody holds open and sends little on. */
public final class Held implements AutoCloseable {

  private final Socket socket;
  private final long opened = System.nanoTime();
  private final CompletableFuture<byte[]> ended = new CompletableFuture<>();
  private volatile long endedAt;

  private Held(Socket socket) {
    this.socket = socket;
    Thread.ofVirtual().name("held").start(this::read);
  }

  public static Held open(int port) {
    return open(port, "127.0.0.1");
  }

  /** From another address of this machine, as 127.0.0.7. */
  public static Held open(int port, String from) {
    try {
      return new Held(
          new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.getByName(from), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Held send(String text) {
    return send(text.getBytes(ISO_8859_1));
  }

  public Held send(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    } catch (IOException closed) {
      // It is seen by who asks.
    }
    return this;
  }

  /** Sends the bytes again and again, one each time, until the other side hangs up. */
  public Held drip(String text, Duration pause) {
    Thread.ofVirtual()
        .name("drip")
        .start(
            () -> {
              for (int i = 0; !isClosedWithin(pause); i = (i + 1) % text.length()) {
                send(text.substring(i, i + 1));
              }
            });
    return this;
  }

  public boolean isClosedWithin(Duration patience) {
    try {
      ended.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException stillOpen) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Everything that came until the other side hung up. */
  public Answer answer(Duration patience) {
    if (!isClosedWithin(patience)) {
      throw new AssertionError("still open after " + Duration.ofNanos(System.nanoTime() - opened));
    }
    return Answer.parse(ended.join());
  }

  /** The same, as it came; empty while it is open. */
  public String text() {
    return new String(ended.getNow(new byte[0]), ISO_8859_1);
  }

  /** From the first moment until the other side hung up. */
  public Duration lived() {
    return Duration.ofNanos(endedAt - opened);
  }

  private void read() {
    var all = new ByteArrayOutputStream();
    try {
      var buffer = new byte[4_096];
      for (int n; (n = socket.getInputStream().read(buffer)) >= 0; ) {
        all.write(buffer, 0, n);
      }
    } catch (IOException reset) {
      // What came before it counts.
    }
    endedAt = System.nanoTime();
    ended.complete(all.toByteArray());
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
