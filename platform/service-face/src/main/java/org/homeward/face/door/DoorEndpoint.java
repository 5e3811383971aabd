package org.homeward.face.door;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Objects;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** Accepts connections: each with its deadlines, and from one client no more than its share. */
final class DoorEndpoint extends NioEndpoint {

  /** How many buffers and processors are kept after a peak. */
  static final int KEPT = 16;

  private static final int BUFFER_BYTES = 4 * 1024;

  /** Measured with 500 requests that were half there: buffers of the two ends, objects, stack. */
  private static final long CONNECTION_BYTES = 100 * 1024;

  private @Nullable DoorSettings given;
  private Clients clients = new Clients(List.of());

  void keep(DoorSettings settings) {
    given = settings;
    clients = new Clients(settings.proxies());
    setMaxConnections(most());
    getSocketProperties().setAppReadBufSize(BUFFER_BYTES);
    getSocketProperties().setAppWriteBufSize(BUFFER_BYTES);
    getSocketProperties().setBufferPool(KEPT);
  }

  /** The number of connections that take half of the heap if a request comes in on each. */
  private int most() {
    long fitting = Runtime.getRuntime().maxMemory() / 2 / CONNECTION_BYTES;
    return (int) Math.max(1, Math.min(settings().connections(), fitting));
  }

  @Override
  protected NioChannel createChannel(SocketBufferHandler buffers) {
    return new TimedChannel(buffers, settings());
  }

  @Override
  protected boolean setSocketOptions(SocketChannel socket) {
    if (hasRoom(socket)) {
      return super.setSocketOptions(socket);
    }
    destroySocket(socket);
    return false;
  }

  private DoorSettings settings() {
    return Objects.requireNonNull(given, "the door was opened without settings");
  }

  private boolean hasRoom(SocketChannel socket) {
    try {
      if (!(socket.getRemoteAddress() instanceof InetSocketAddress remote)) {
        return true;
      }
      InetAddress client = remote.getAddress();
      return clients.isProxy(client) || held(client) < settings().connectionsOf(client, most());
    } catch (IOException gone) {
      return false;
    }
  }

  private long held(InetAddress client) {
    String network = Clients.network(client.getHostAddress());
    return getConnections().stream()
        .filter(connection -> network.equals(networkOf(connection)))
        .count();
  }

  private static @Nullable String networkOf(SocketWrapperBase<?> connection) {
    String address = connection.getRemoteAddr();
    return address == null ? null : Clients.network(address);
  }
}
