package org.homeward.alert.subscribers.destinations;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The hours of a day in which somebody wants to hear nothing new. Ends come at any hour.
 *
 * @param from as {@code 22:00}
 * @param to as {@code 07:00}, of the next day when it is not later
 * @param zone in whose time that is, as {@code Europe/Belgrade}
 */
public record QuietTime(String from, String to, String zone) {

  private static final Pattern MINUTE = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

  public QuietTime {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    requireNonNull(zone, "zone");
    if (!isMinute(from) || !isMinute(to) || from.equals(to) || !isZone(zone)) {
      throw new IllegalArgumentException("quiet hours are two times of a day, in a zone");
    }
  }

  public static boolean isMinute(String text) {
    return MINUTE.matcher(text).matches();
  }

  /** A region of the tz database: an offset knows no summer. */
  public static boolean isZone(String text) {
    try {
      return text.contains("/") && ZoneId.getAvailableZoneIds().contains(ZoneId.of(text).getId());
    } catch (DateTimeException notAZone) {
      return false;
    }
  }

  /** When the quiet time ends in which a moment is; empty when it is in none. */
  public Optional<Instant> until(Instant now) {
    LocalDate today = now.atZone(ZoneId.of(zone)).toLocalDate();
    return ending(today, now).or(() -> ending(today.minusDays(1), now));
  }

  /** Of the quiet time that begins on a day. Where a clock shows a time twice, it is quiet both. */
  private Optional<Instant> ending(LocalDate day, Instant now) {
    LocalTime begins = LocalTime.parse(from);
    LocalTime ends = LocalTime.parse(to);
    LocalDate last = ends.isAfter(begins) ? day : day.plusDays(1);
    ZoneId in = ZoneId.of(zone);
    Instant start = ZonedDateTime.of(day, begins, in).withEarlierOffsetAtOverlap().toInstant();
    Instant end = ZonedDateTime.of(last, ends, in).withLaterOffsetAtOverlap().toInstant();
    return now.isBefore(start) || !now.isBefore(end) ? Optional.empty() : Optional.of(end);
  }
}
