package org.homeward.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A loopback port that passes bytes on to another one and can fail in the ways networks do.
 *
 * <p>A fault holds until {@link #pass}. Requests and replies are whatever one read brings, so a
 * marker of {@link #loseReplyTo} must be near the beginning of a request.
 */
public final class TcpProxy implements AutoCloseable {
  private enum Fault {
    NONE,
    DROP_REPLIES,
    HALF_OPEN
  }

  private static final int CHUNK = 65_536;

  private final InetSocketAddress target;
  private final int port;
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicReference<@Nullable String> marker = new AtomicReference<>();
  private final AtomicInteger lostReplies = new AtomicInteger();
  private volatile Fault fault = Fault.NONE;
  private volatile Duration delay = Duration.ZERO;
  private ServerSocket listener; // guarded by this
  private Thread accepting; // guarded by this

  private TcpProxy(InetSocketAddress target) {
    this.target = target;
    port = FreePorts.take();
    listener = listen();
    accepting = accept(listener);
  }

  public static TcpProxy to(InetSocketAddress target) {
    return new TcpProxy(target);
  }

  public static TcpProxy toPort(int port) {
    return to(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  public int port() {
    return port;
  }

  /** Ends every fault; connections stay. */
  public synchronized void pass() {
    fault = Fault.NONE;
    delay = Duration.ZERO;
    marker.set(null);
    if (listener.isClosed()) {
      listener = listen();
      accepting = accept(listener);
    }
  }

  /** Breaks the connections of this moment; new ones are let through. */
  public void cut() {
    links.forEach(Link::close);
  }

  /** Breaks all connections and lets nobody connect. */
  public synchronized void refuse() {
    closeQuietly(listener);
    untilPortIsFree();
    cut();
  }

  /** Requests arrive; the first byte of a reply breaks the connection instead of arriving. */
  public void dropReplies() {
    fault = Fault.DROP_REPLIES;
  }

  /** Does so for the reply to one request only: the next that contains the text. */
  public void loseReplyTo(String text) {
    marker.set(text);
  }

  /** The number of dropped replies so far. */
  public int lostReplies() {
    return lostReplies.get();
  }

  /** Holds every piece back for this long, in both directions. */
  public void delay(Duration by) {
    delay = by;
  }

  /** Connections stay open and new ones are accepted, but no byte arrives any more. */
  public void halfOpen() {
    fault = Fault.HALF_OPEN;
  }

  @Override
  public synchronized void close() {
    closed.countDown();
    refuse();
  }

  private ServerSocket listen() {
    try {
      return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Thread accept(ServerSocket socket) {
    return Thread.ofVirtual()
        .name("proxy " + port)
        .start(
            () -> {
              while (!socket.isClosed()) {
                try {
                  var link = new Link(socket.accept(), new Socket());
                  links.add(link);
                  Thread.ofVirtual().start(() -> connect(link));
                } catch (IOException ended) {
                  return;
                }
              }
            });
  }

  /** A socket closed under a waiting accept listens until that thread has left it. */
  private void untilPortIsFree() {
    try {
      accepting.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void connect(Link link) {
    try {
      link.server.connect(target);
      link.server.setTcpNoDelay(true);
      link.client.setTcpNoDelay(true);
      Thread.ofVirtual().start(() -> link.pump(link.client, link.server, link::request));
      link.pump(link.server, link.client, link::reply);
    } catch (IOException refused) {
      link.close();
    }
  }

  private boolean held(Link link) throws InterruptedException {
    while (fault == Fault.HALF_OPEN && !link.ended()) {
      if (closed.await(10, TimeUnit.MILLISECONDS)) {
        return true;
      }
    }
    Duration by = delay;
    return !by.isZero() && closed.await(by.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static void closeQuietly(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception alreadyBroken) {
      // It is gone, which is what was wanted.
    }
  }

  private interface Gate {
    /** Says whether these bytes may pass; breaks the connection if not. */
    boolean lets(byte[] chunk);
  }

  private final class Link {
    private final Socket client;
    private final Socket server;
    private volatile boolean loseReply;

    Link(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void pump(Socket from, Socket to, Gate gate) {
      byte[] buffer = new byte[CHUNK];
      try (InputStream in = from.getInputStream();
          OutputStream out = to.getOutputStream()) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          byte[] chunk = Arrays.copyOf(buffer, read);
          if (held(this) || !gate.lets(chunk)) {
            break;
          }
          out.write(chunk);
        }
      } catch (IOException broken) {
        // Either side ended; the other is told by closing it.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      close();
    }

    boolean request(byte[] chunk) {
      String text = marker.get();
      if (text != null
          && new String(chunk, StandardCharsets.ISO_8859_1).contains(text)
          && marker.compareAndSet(text, null)) {
        loseReply = true;
      }
      return true;
    }

    boolean reply(byte[] chunk) {
      if (loseReply || fault == Fault.DROP_REPLIES) {
        lostReplies.incrementAndGet();
        return false;
      }
      return true;
    }

    boolean ended() {
      return !links.contains(this);
    }

    void close() {
      links.remove(this);
      closeQuietly(client);
      closeQuietly(server);
    }
  }
}
