package org.homeward.face.door;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.jspecify.annotations.Nullable;

/** A connection that is read only while its request keeps its deadlines. */
final class TimedChannel extends NioChannel {

  private final Arrival arrival;
  private volatile @Nullable Request request;

  TimedChannel(SocketBufferHandler buffers, DoorSettings settings) {
    super(buffers);
    arrival = new Arrival(settings);
  }

  /** Reads from now on belong to this request. */
  void readsFor(Request next) {
    request = next;
  }

  Arrival arrival() {
    return arrival;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    Request current = request;
    if (current == null) {
      return super.read(into);
    }
    arrival.left(current); // throws
    int count = super.read(into);
    arrival.came(count);
    if (count > 0 && socketWrapper != null) {
      // Silence has the same end as slowness: a wait for the next byte is cut where it is due.
      socketWrapper.setReadTimeout(Math.max(1, arrival.left(current).toMillis()));
    }
    return count;
  }

  @Override
  public void reset(SocketChannel channel, NioSocketWrapper wrapper) throws IOException {
    request = null;
    arrival.forget();
    super.reset(channel, wrapper);
  }
}
