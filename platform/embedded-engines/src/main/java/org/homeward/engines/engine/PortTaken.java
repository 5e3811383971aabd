package org.homeward.engines.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Another process listens on the port of an engine. */
public final class PortTaken extends IOException {
  private static final long serialVersionUID = 1L;

  private final int port;

  public PortTaken(InetSocketAddress address, String purpose) {
    super(
        "port %d of %s, wanted for %s, is taken"
            .formatted(address.getPort(), address.getAddress().getHostAddress(), purpose));
    port = address.getPort();
  }

  public int port() {
    return port;
  }

  /** Binds a loopback port for a moment, because some engines start halfway before they notice. */
  public static void check(int port, String purpose) throws PortTaken {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(loopback, port));
    } catch (IOException e) {
      throw new PortTaken(new InetSocketAddress(loopback, port), purpose);
    }
  }
}
