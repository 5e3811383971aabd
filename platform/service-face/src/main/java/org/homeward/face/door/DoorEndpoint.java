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
import org.jspecify.annotations.Nullable;

/** Takes connections: each with its deadlines, and of one client no more than its share. */
final class DoorEndpoint extends NioEndpoint {

  private @Nullable DoorSettings given;
  private Clients clients = new Clients(List.of());

  void keep(DoorSettings settings) {
    given = settings;
    clients = new Clients(settings.proxies());
    setMaxConnections(settings.connections());
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
      return clients.isProxy(client) || held(client) < settings().shareOf(settings().connections());
    } catch (IOException gone) {
      return false;
    }
  }

  private long held(InetAddress client) {
    String address = client.getHostAddress();
    return getConnections().stream()
        .filter(connection -> address.equals(connection.getRemoteAddr()))
        .count();
  }
}
