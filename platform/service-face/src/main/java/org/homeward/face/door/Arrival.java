package org.homeward.face.door;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Constants;
import org.apache.coyote.Request;

/**
 * The deadlines of the incoming request of a connection. Each read from the socket checks them, so
 * that a slow trickle of bytes does not help: headers, body, lines between chunks and discarded
 * bytes all count.
 */
final class Arrival {

  private static final long NOT_BEGUN = -1;

  private final DoorSettings settings;

  /** Identifies the request of a body, by the moment the request began. */
  private long bodyOf = NOT_BEGUN;

  private long bodySince;
  private long bytes;

  /** How long this request's body may take. */
  private long allowedOf = NOT_BEGUN;

  private long allowed;

  Arrival(DoorSettings settings) {
    this.settings = settings;
  }

  /** Sets the deadline of this request's body. */
  void allow(Request request, Duration within) {
    allowedOf = request.getStartTimeNanos();
    allowed = within.toNanos();
  }

  /** Another connection. */
  void forget() {
    bodyOf = NOT_BEGUN;
    allowedOf = NOT_BEGUN;
  }

  /**
   * How long the next byte may take.
   *
   * @throws SocketTimeoutException when the request is late already
   */
  Duration left(Request request) throws SocketTimeoutException {
    long now = System.nanoTime();
    long until =
        isBody(request) ? bodyUntil(request, now) : headersUntil(request.getStartTimeNanos(), now);
    if (until - now <= 0) {
      throw new SocketTimeoutException("the request takes too long to arrive");
    }
    return Duration.ofNanos(until - now);
  }

  void came(int count) {
    bytes += Math.max(0, count);
  }

  private static boolean isBody(Request request) {
    int stage = request.getRequestProcessor().getStage();
    return stage == Constants.STAGE_SERVICE || stage == Constants.STAGE_ENDINPUT;
  }

  private long headersUntil(long begun, long now) {
    return (begun == NOT_BEGUN ? now : begun) + settings.headers().toNanos();
  }

  private long bodyUntil(Request request, long now) {
    if (bodyOf != request.getStartTimeNanos()) {
      bodyOf = request.getStartTimeNanos();
      bodySince = now;
      bytes = 0;
    }
    long inAll = allowedOf == bodyOf ? allowed : settings.body().toNanos();
    long atLowestRate =
        settings.headers().toNanos()
            + TimeUnit.SECONDS.toNanos(1) * bytes / Math.max(1, settings.lowestRate().toBytes());
    return bodySince + Math.min(inAll, atLowestRate);
  }
}
