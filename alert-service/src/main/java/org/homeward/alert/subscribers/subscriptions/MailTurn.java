package org.homeward.alert.subscribers.subscriptions;

import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.MINUTES;
import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import org.homeward.durable.shape.Shapes;
import org.homeward.durable.shape.Upgrade;

/**
 * The newest turn that a confirmation mail was given. The next one is in the same minute while the
 * ceiling allows it, or else in the first minute after it that has room.
 *
 * @param minute from which on the mail may be begun
 * @param inMinute turns given in that minute
 * @param inHour turns given in that minute's hour
 * @param givenAt by the clock of the instance that gave it
 */
record MailTurn(Instant minute, int inMinute, int inHour, Instant givenAt) {

  static final MailTurn NONE = new MailTurn(Instant.EPOCH, 0, 0, Instant.EPOCH);

  /** By how much the clocks of instances may differ. */
  static final Duration SKEW = Duration.ofMinutes(1);

  private static final String GIVEN_AT = "givenAt";

  /** The first shape did not say when a turn was given. */
  static final Shapes SHAPES =
      Shapes.of(
          new Upgrade(
              turn -> turn.deepCopy().put(GIVEN_AT, Instant.EPOCH.toString()),
              turn -> turn.deepCopy().without(GIVEN_AT)));

  MailTurn {
    requireNonNull(minute, "minute");
    requireNonNull(givenAt, "givenAt");
  }

  /**
   * Minutes that have passed unused are gone. A turn that was given later than now comes from a
   * clock that was ahead: nobody waits for its minute, which may be days away.
   */
  MailTurn next(Ceiling ceiling, Instant now) {
    Instant current = now.truncatedTo(MINUTES);
    boolean begins = minute.isBefore(current) || givenAt.isAfter(now.plus(SKEW));
    MailTurn newest = begins ? at(current, 0, now) : this;
    if (newest.inHour >= ceiling.perHour()) {
      return newest.at(newest.minute.truncatedTo(HOURS).plus(1, HOURS), 1, now);
    }
    return newest.inMinute >= ceiling.perMinute()
        ? newest.at(newest.minute.plus(1, MINUTES), 1, now)
        : new MailTurn(newest.minute, newest.inMinute + 1, newest.inHour + 1, now);
  }

  private MailTurn at(Instant other, int turns, Instant now) {
    boolean sameHour = other.truncatedTo(HOURS).equals(minute.truncatedTo(HOURS));
    return new MailTurn(other, turns, turns + (sameHour ? inHour : 0), now);
  }

  /** From when on its mail may be begun. */
  Instant from(Instant now) {
    return minute.isAfter(now) ? minute : now;
  }
}
