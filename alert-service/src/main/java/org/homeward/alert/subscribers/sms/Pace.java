package org.homeward.alert.subscribers.sms;

import java.util.OptionalLong;

/**
 * Spreads messages evenly over time, as many a second as the provider allows. When it throttles,
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

  /**
   * @param rate messages a second
   */
  Pace(int rate) {
    this.quickest = SECOND / rate;
    this.each = quickest;
  }

  /** How long the next message waits for its turn; empty when that is too late: it takes none. */
  synchronized OptionalLong turn(long now, long latest) {
    long wait = begun ? Math.max(0, next - now) : 0;
    if (wait > latest - now) {
      return OptionalLong.empty();
    }
    begun = true;
    next = now + wait + each;
    return OptionalLong.of(wait);
  }

  /** The provider throttles. */
  synchronized void slower(long now) {
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
