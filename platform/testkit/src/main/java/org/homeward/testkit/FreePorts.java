package org.homeward.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Finds loopback ports that nobody listens on and that outgoing connections do not take. */
public final class FreePorts {
  private static final int FIRST = 20_000; // below the range that systems hand to clients
  private static final int LAST = 32_000;
  private static final int ATTEMPTS = 10_000;
  private static final Set<Integer> TAKEN = ConcurrentHashMap.newKeySet();

  private FreePorts() {}

  /** Returns {@code count} different ports; none is given twice by this JVM. */
  public static List<Integer> take(int count) {
    return take(count, 0);
  }

  /** The same; for each port, the port at this distance is free and reserved too. */
  public static List<Integer> take(int count, int distance) {
    List<Integer> ports = new ArrayList<>();
    for (int attempt = 0; attempt < ATTEMPTS && ports.size() < count; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST - distance);
      if (isFree(port) && isFree(port + distance) && TAKEN.add(port)) {
        if (distance == 0 || TAKEN.add(port + distance)) {
          ports.add(port);
        }
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

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
