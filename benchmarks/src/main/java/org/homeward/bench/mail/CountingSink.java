package org.homeward.bench.mail;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** A mail server that takes everything, keeps nothing but the newest mail, and counts. */
public final class CountingSink implements AutoCloseable {
  private final ServerSocket door;
  private final LongAdder taken = new LongAdder();
  private final Queue<Long> begun = new ConcurrentLinkedQueue<>();
  private volatile byte[] newest = {};

  public CountingSink(int port) throws IOException {
    door = new ServerSocket();
    door.setReuseAddress(true);
    door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
    Thread.ofPlatform().daemon().name("mail sink").start(this::welcome);
  }

  public long taken() {
    return taken.sum();
  }

  /** How many mails were begun after that moment of {@link System#nanoTime}. */
  public long begunAfter(long moment) {
    return begun.stream().filter(at -> at - moment > 0).count();
  }

  /** The moment of {@link System#nanoTime} at which the first mail was begun. */
  public long firstBegun() {
    return Objects.requireNonNull(begun.peek(), "a mail");
  }

  public byte[] newest() {
    return newest.clone();
  }

  public void forget() {
    taken.reset();
    begun.clear();
  }

  private void welcome() {
    while (!door.isClosed()) {
      try {
        Socket guest = door.accept();
        guest.setTcpNoDelay(true);
        Thread.ofVirtual().start(() -> serve(guest));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket guest) {
    try (guest;
        var in = new BufferedInputStream(guest.getInputStream());
        var out = new BufferedOutputStream(guest.getOutputStream())) {
      say(out, "220 bench");
      for (String line = line(in); line != null; line = line(in)) {
        String command = line.toUpperCase(Locale.ROOT);
        if (command.startsWith("DATA")) {
          say(out, "354 go on");
          newest = mail(in);
          taken.increment();
          say(out, "250 taken");
        } else if (command.startsWith("QUIT")) {
          say(out, "221 bye");
          return;
        } else {
          if (command.startsWith("MAIL FROM")) {
            begun.add(System.nanoTime());
          }
          say(out, "250 bench");
        }
      }
    } catch (IOException gone) {
      // It comes again when it has more.
    }
  }

  private static byte[] mail(InputStream in) throws IOException {
    var all = new ByteArrayOutputStream(4096);
    for (String line = line(in); line != null && !line.equals("."); line = line(in)) {
      all.write(line.getBytes(StandardCharsets.ISO_8859_1));
      all.write('\r');
      all.write('\n');
    }
    return all.toByteArray();
  }

  private static @Nullable String line(InputStream in) throws IOException {
    var line = new StringBuilder(80);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        return null;
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private static void say(OutputStream out, String answer) throws IOException {
    out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
