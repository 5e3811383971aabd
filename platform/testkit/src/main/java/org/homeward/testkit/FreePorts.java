package org.homeward.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds loopback ports that nobody listens on, that outgoing connections do not take, and that no
 * other JVM of this user has found: two modules may be tested at the same time.
 */
public final class FreePorts {
  private static final int FIRST = 20_000; // below the range that systems hand to clients
  private static final int LAST = 32_000;
  private static final int ATTEMPTS = 10_000;
  private static final Set<Integer> TAKEN = ConcurrentHashMap.newKeySet();

  /** In it the byte at the number of each port is locked until the JVM that has the port ends. */
  private static final FileChannel TAKEN_ANYWHERE = open();

  private FreePorts() {}

  /** Returns {@code count} different ports; none is given twice. */
  public static List<Integer> take(int count) {
    return take(count, 0);
  }

  /** The same; for each port, the port at this distance is free and reserved too. */
  public static List<Integer> take(int count, int distance) {
    List<Integer> ports = new ArrayList<>();
    for (int attempt = 0; attempt < ATTEMPTS && ports.size() < count; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST - distance);
      if (isTaken(port) && (distance == 0 || isTaken(port + distance))) {
        ports.add(port);
      }
    }
    if (ports.size() < count) {
      throw new IllegalStateException("no " + count + " free ports");
    }
    return List.copyOf(ports);
  }

  public static int take() {
    return take(1).getFirst();
  }

  /** Also a port that turns out to be in use is not tried again. */
  private static boolean isTaken(int port) {
    return TAKEN.add(port) && isLocked(port) && isFree(port);
  }

  private static boolean isLocked(int port) {
    try {
      return TAKEN_ANYWHERE.tryLock(port, 1, false) != null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileChannel open() {
    Path file =
        Path.of(
            System.getProperty("java.io.tmpdir"),
            "homeward-ports-" + System.getProperty("user.name"));
    try {
      return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
