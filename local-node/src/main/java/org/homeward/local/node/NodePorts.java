package org.homeward.local.node;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Where the processes of one node listen, on loopback only. */
public record NodePorts(
    int gateway, int intake, int alert, int issuer, int broker, int controller, int store) {

  private static final int FIRST_FREE = 20_000; // below the range that systems hand to clients
  private static final int LAST_FREE = 32_000;
  private static final int ATTEMPTS = 10_000;

  /** The ports of node {@code rs}. */
  public static NodePorts standard() {
    return new NodePorts(8080, 8081, 8082, 8079, 19092, 19093, 27018);
  }

  /** Ports that nobody listens on at this moment. */
  public static NodePorts free() {
    List<Integer> free = new ArrayList<>();
    for (int attempt = 0; free.size() < 7; attempt++) {
      if (attempt == ATTEMPTS) {
        throw new IllegalStateException("no seven free ports on this machine");
      }
      int port = ThreadLocalRandom.current().nextInt(FIRST_FREE, LAST_FREE);
      if (!free.contains(port) && isFree(port)) {
        free.add(port);
      }
    }
    return new NodePorts(
        free.get(0), free.get(1), free.get(2), free.get(3), free.get(4), free.get(5), free.get(6));
  }

  static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true); // a port that only waits for late packets is free
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
