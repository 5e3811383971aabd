package org.homeward.alert.subscribers.sms;

import java.util.List;
import java.util.stream.LongStream;

/**
 * Spreads segments evenly over time, as many a second as the provider allows. When it throttles,
 * they go out more slowly; each one that it takes brings the pace back a little.
 *
 * <p>Times are nanoseconds of a monotonic clock.
 */
final class Pace {

  private static final long SECOND = 1_000_000_000L;
  private static final long SLOWEST = 2 * SECOND;

  private final long quickest;
  private long each;
  private long next;
  private boolean begun;
  private long slowedAt;
  private boolean slowed;

  /**
   * @param rate segments a second
   */
  Pace(int rate) {
    this.quickest = SECOND / rate;
    this.each = quickest;
  }

  /**
   * How long each segment of the next message waits for its turn. It takes all turns or none: empty
   * when the last one is too late.
   */
  synchronized List<Long> turns(long now, long latest, int segments) {
    long first = begun ? Math.max(0, next - now) : 0;
    long room = latest - now - first;
    // Nobody waits: a message of many segments goes, however slow the pace, or nothing would ever
    // quicken it.
    long apart = first == 0 ? Math.min(each, room / Math.max(1, segments - 1)) : each;
    if (room < 0 || (segments - 1) * apart > room) {
      return List.of();
    }
    begun = true;
    next = now + first + segments * each;
    return LongStream.range(0, segments).map(n -> first + n * apart).boxed().toList();
  }

  /** How long a segment that was throttled waits for another turn: those in the queue let it in. */
  synchronized long again() {
    next += each;
    return each;
  }

  /** The provider throttles; what it says within a second, it says of one burst. */
  synchronized void slower(long now) {
    if (slowed && now - slowedAt < SECOND) {
      return;
    }
    slowed = true;
    slowedAt = now;
    each = Math.min(SLOWEST, Math.max(each, SECOND / 100) * 2);
    next = begun && next - now > each ? next : now + each;
    begun = true;
  }

  /** The provider takes messages. */
  synchronized void taken() {
    each = Math.max(quickest, each - each / 8);
  }

  synchronized double perSecond() {
    return (double) SECOND / each;
  }
}
