package org.homeward.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A clock in UTC and whole milliseconds that stands still until a test moves it. */
public final class SettableClock extends Clock {
  private final AtomicReference<Instant> now;

  private SettableClock(Instant start) {
    now = new AtomicReference<>(cut(start));
  }

  public static SettableClock at(Instant start) {
    return new SettableClock(start);
  }

  /** Takes an ISO 8601 instant such as {@code 2026-03-01T22:15:00Z}. */
  public static SettableClock at(String start) {
    return new SettableClock(Instant.parse(start));
  }

  public void set(Instant instant) {
    now.set(cut(instant));
  }

  /** Moves the clock, backwards too, and returns its new time. */
  public Instant advance(Duration by) {
    return now.updateAndGet(instant -> cut(instant.plus(by)));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    if (zone.normalized().equals(ZoneOffset.UTC)) {
      return this;
    }
    throw new UnsupportedOperationException("time is UTC; format it elsewhere");
  }

  private static Instant cut(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }
}
