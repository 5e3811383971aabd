package org.homeward.alert.subscriptions;

import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.MINUTES;
import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The newest turn that a confirmation mail was given. The next one is in the same minute while the
 * ceiling allows it, or else in the first minute after it that has room.
 *
 * @param minute in which the mail may be begun
 * @param inMinute turns given in that minute
 * @param inHour turns given in that minute's hour
 */
public record MailTurn(Instant minute, int inMinute, int inHour) {

  static final MailTurn NONE = new MailTurn(Instant.EPOCH, 0, 0);

  public MailTurn {
    requireNonNull(minute, "minute");
  }

  static boolean isSameMinute(Instant one, Instant other) {
    return one.truncatedTo(MINUTES).equals(other.truncatedTo(MINUTES));
  }

  /** Minutes that have passed unused are gone. */
  MailTurn next(Ceiling ceiling, Instant now) {
    Instant current = now.truncatedTo(MINUTES);
    MailTurn newest = minute.isBefore(current) ? after(current, 0) : this;
    if (newest.inHour >= ceiling.perHour()) {
      return newest.after(newest.minute.truncatedTo(HOURS).plus(1, HOURS), 1);
    }
    return newest.inMinute >= ceiling.perMinute()
        ? newest.after(newest.minute.plus(1, MINUTES), 1)
        : new MailTurn(newest.minute, newest.inMinute + 1, newest.inHour + 1);
  }

  private MailTurn after(Instant later, int turns) {
    boolean sameHour = later.truncatedTo(HOURS).equals(minute.truncatedTo(HOURS));
    return new MailTurn(later, turns, turns + (sameHour ? inHour : 0));
  }

  /** From when on its mail may be begun, until the end of that minute. */
  Instant from(Instant now) {
    return minute.isAfter(now) ? minute : now;
  }
}
