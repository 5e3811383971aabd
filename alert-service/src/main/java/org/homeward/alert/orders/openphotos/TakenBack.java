package org.homeward.alert.orders.openphotos;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.homeward.alert.photos.PhotoSource;

/**
 * Asks intake whether a picture may still be shown: it may have been locked or taken back, and its
 * event is still on the way. Not for each of the many who look at a page: one request at a time
 * asks, and each picture is asked for once in five seconds.
 */
final class TakenBack {

  static final Duration EVERY = Duration.ofSeconds(5);

  /** More than are ever shown at a time. */
  private static final int MOST = 1_000;

  private final PhotoSource source;
  private final Clock clock;
  private final Map<String, Heard> heard = new ConcurrentHashMap<>();
  private final Semaphore turn = new Semaphore(1);

  private record Heard(Instant at, boolean gone) {}

  TakenBack(PhotoSource source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  /** It was fetched now, so it was there. */
  void wasThere(String photo, String part) {
    hear(photo + "/" + part, false);
  }

  /** As far as intake said so last; without an answer of intake, its event decides. */
  boolean is(String photo, String part) {
    String place = photo + "/" + part;
    Heard last = heard.get(place);
    boolean wasGone = last != null && last.gone();
    boolean isFresh = last != null && clock.instant().isBefore(last.at().plus(EVERY));
    if (isFresh || !turn.tryAcquire()) {
      return wasGone;
    }
    try {
      return hear(place, !source.isThere(photo, part)); // upholds 4
    } catch (PhotoSource.PhotoAway e) {
      return hear(place, wasGone);
    } finally {
      turn.release();
    }
  }

  private boolean hear(String place, boolean gone) {
    if (heard.size() >= MOST) {
      heard.clear();
    }
    heard.put(place, new Heard(clock.instant(), gone));
    return gone;
  }
}
