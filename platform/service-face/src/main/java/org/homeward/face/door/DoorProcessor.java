package org.homeward.face.door;

import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import java.time.Duration;
import org.apache.coyote.Adapter;
import org.apache.coyote.ErrorState;
import org.apache.coyote.http11.Http11InputBuffer;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.apache.tomcat.util.res.StringManager;
import org.jspecify.annotations.Nullable;

/** Reads requests from a connection. */
final class DoorProcessor extends Http11Processor {

  private static final int HEADERS_TOO_LARGE = 431;

  /** Tomcat's message for it; Tomcat has no exception of its own for this. */
  private static final String TOO_LARGE =
      StringManager.getManager(Http11InputBuffer.class)
          .getString("iib.requestheadertoolarge.error");

  DoorProcessor(DoorProtocol protocol, Adapter adapter) {
    super(protocol, adapter);
  }

  /** The body of the request that this thread works on may take so long. */
  static void allow(Duration within) {
    if (DoorProtocol.READER.isBound()) {
      DoorProcessor reader = DoorProtocol.READER.get();
      if (reader.socketWrapper.getSocket() instanceof TimedChannel channel) {
        channel.arrival().allow(reader.getRequest(), within);
      }
    }
  }

  @Override
  public SocketState service(SocketWrapperBase<?> connection) throws IOException {
    if (connection.getSocket() instanceof TimedChannel channel) {
      channel.readsFor(getRequest());
    }
    SocketState state =
        ScopedValue.where(DoorProtocol.READER, this).call(() -> super.service(connection));
    // Empty lines before a request would keep a connection for ever.
    boolean onlyEmptyLines = state == SocketState.OPEN && getRequest().getStartTimeNanos() != -1;
    return onlyEmptyLines ? SocketState.CLOSED : state;
  }

  /** Later errors of the same request, as the missing rest of its headers, say nothing new. */
  @Override
  protected void setErrorState(ErrorState errorState, @Nullable Throwable failure) {
    super.setErrorState(errorState, failure);
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION)
            instanceof IllegalArgumentException first
        && TOO_LARGE.equals(first.getMessage())) {
      response.setStatus(HEADERS_TOO_LARGE);
    }
  }
}
