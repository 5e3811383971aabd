package org.homeward.face.door;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Constants;
import org.apache.coyote.Request;

/**
 * How the request that is coming in on a connection keeps its deadlines. Each read from the socket
 * asks, so that a byte now and then helps nobody: headers, body, the lines between chunks and what
 * is read only to be thrown away, all count.
 */
final class Arrival {

  private static final long NOT_BEGUN = -1;

  private final DoorSettings settings;

  /** Whose body it is, by the moment its request began. */
  private long bodyOf = NOT_BEGUN;

  private long bodySince;
  private long bytes;

  /** How long this request's body may take. */
  private long allowedOf = NOT_BEGUN;

  private long allowed;

  Arrival(DoorSettings settings) {
    this.settings = settings;
  }

  /** The body of this request has so long. */
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
