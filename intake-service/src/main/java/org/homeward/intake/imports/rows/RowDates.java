package org.homeward.intake.imports.rows;

import com.ibm.icu.util.TimeZone;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.schema.facts.LastSeen;
import org.homeward.schema.values.PartialDate;
import org.homeward.schema.values.Place;
import org.jspecify.annotations.Nullable;

/** Reads dates and times as tables write them; what can mean two things is asked about. */
final class RowDates {

  private static final Pattern ISO = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");
  private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[/.](\\d{1,2})[/.](\\d{1,2})");
  private static final Pattern DOTTED =
      Pattern.compile("(\\d{1,2})\\. ?(\\d{1,2})\\. ?(\\d{4})\\.?");
  private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
  private static final Pattern LOCAL =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2}(:\\d{2})?)");
  private static final Pattern WITH_OFFSET =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2}(:\\d{2})?)(Z|[+-]\\d{2}:\\d{2})");
  private static final Pattern UTC =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z");
  private static final int MONTHS = 12;
  private static final int HOUR = 60;
  private static final int HALF_A_DAY = 720;

  /** Clocks differ. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  private RowDates() {}

  /** Null where it is asked about. */
  static @Nullable PartialDate born(RowSheet sheet, String pointer, String value) {
    try {
      return read(sheet, pointer, value);
    } catch (IllegalArgumentException noSuchDay) {
      sheet.ask(pointer, "no-such-date");
      return null;
    }
  }

  private static @Nullable PartialDate read(RowSheet sheet, String pointer, String value) {
    if (ISO.matcher(value).matches()) {
      return PartialDate.parse(value);
    }
    Matcher yearFirst = YEAR_FIRST.matcher(value);
    if (yearFirst.matches()) {
      return date(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
    }
    Matcher dotted = DOTTED.matcher(value);
    if (dotted.matches()) {
      return date(dotted.group(3), dotted.group(2), dotted.group(1));
    }
    Matcher slashed = SLASHED.matcher(value);
    if (!slashed.matches()) {
      sheet.ask(pointer, "wrong-form");
      return null;
    }
    return slashed(sheet, pointer, slashed.group(3), slashed.group(1), slashed.group(2));
  }

  /** Some write the day first and some the month; one above twelve can only be the day. */
  private static @Nullable PartialDate slashed(
      RowSheet sheet, String pointer, String year, String first, String second) {
    boolean firstIsDay = Integer.parseInt(first) > MONTHS;
    boolean secondIsDay = Integer.parseInt(second) > MONTHS;
    if (firstIsDay || secondIsDay || first.equals(second)) {
      return secondIsDay ? date(year, first, second) : date(year, second, first);
    }
    sheet.ask(
        pointer,
        "ambiguous-date",
        date(year, second, first).text(),
        date(year, first, second).text());
    return null;
  }

  private static PartialDate date(String year, String month, String day) {
    return new PartialDate(Integer.parseInt(year), Integer.valueOf(month), Integer.valueOf(day));
  }

  /** In the form of PFIF: UTC and nothing else; empty for any other. */
  static Optional<Instant> utc(String value) {
    try {
      return UTC.matcher(value).matches() ? Optional.of(Instant.parse(value)) : Optional.empty();
    } catch (DateTimeParseException noSuchTime) {
      return Optional.empty();
    }
  }

  /** When a source wrote or deletes something: a day, or a time in UTC; empty for other forms. */
  static Optional<Instant> dated(String value) {
    try {
      return value.length() == "0000-00-00".length()
          ? Optional.of(LocalDate.parse(value).atStartOfDay().toInstant(ZoneOffset.UTC))
          : utc(value);
    } catch (DateTimeParseException noSuchDay) {
      return Optional.empty();
    }
  }

  /** Asks about a date in the future: every later version would be older than this one. */
  static void checkWritten(RowSheet sheet, String pointer, Instant written, Instant now) {
    if (written.isAfter(now.plus(SKEW))) {
      sheet.ask(pointer, "in-future");
    }
  }

  /** The zone of a row; null where there is none, or none of this name. */
  static @Nullable ZoneId zone(RowSheet sheet, String pointer, @Nullable String name) {
    if (name == null) {
      return null;
    }
    if (ZoneId.getAvailableZoneIds().contains(name)) {
      return ZoneId.of(name);
    }
    sheet.ask(pointer, "unknown-zone");
    return null;
  }

  /** ISO 3166-1 of the country whose clocks a zone tells; empty where it is of no country. */
  static Optional<String> country(ZoneId zone) {
    try {
      return Optional.of(TimeZone.getRegion(zone.getId())).filter(code -> code.matches("[A-Z]{2}"));
    } catch (IllegalArgumentException unknownThere) {
      return Optional.empty();
    }
  }

  /**
   * When and where a child was last seen; null where the row says neither.
   *
   * @param value as it was written in the zone
   */
  static @Nullable LastSeen lastSeen(
      RowSheet sheet,
      String pointer,
      @Nullable String value,
      @Nullable ZoneId zone,
      @Nullable Place place,
      Instant now) {
    When when = value == null ? null : when(sheet, pointer, value, zone);
    if (when != null && when.at.isAfter(now.plus(SKEW))) {
      sheet.ask(pointer, "in-future");
      when = null;
    }
    if (when == null && place == null) {
      return null;
    }
    return new LastSeen(
        when == null ? null : when.at,
        when == null ? null : when.within,
        when == null || zone == null ? null : zone.getId(),
        place);
  }

  private record When(Instant at, @Nullable Integer within) {}

  private static @Nullable When when(
      RowSheet sheet, String pointer, String value, @Nullable ZoneId zone) {
    try {
      Matcher offset = WITH_OFFSET.matcher(value);
      if (offset.matches()) {
        LocalDateTime there = local(offset.group(1), offset.group(2));
        return new When(there.toInstant(ZoneOffset.of(offset.group(4))), null);
      }
      Matcher local = LOCAL.matcher(value);
      boolean isDay = value.length() == "0000-00-00".length() && ISO.matcher(value).matches();
      if (!local.matches() && !isDay) {
        sheet.ask(pointer, "wrong-form");
        return null;
      }
      if (zone == null) {
        sheet.ask(pointer, "zone-needed");
        return null;
      }
      return isDay
          ? new When(
              LocalDate.parse(value).atTime(LocalTime.NOON).atZone(zone).toInstant(), HALF_A_DAY)
          : there(sheet, pointer, local(local.group(1), local.group(2)), zone);
    } catch (DateTimeException noSuchTime) {
      sheet.ask(pointer, "no-such-time");
      return null;
    }
  }

  private static LocalDateTime local(String day, String time) {
    return LocalDate.parse(day).atTime(LocalTime.parse(time));
  }

  /** Clocks that are put forward leave an hour out, and those that are put back tell one twice. */
  private static @Nullable When there(
      RowSheet sheet, String pointer, LocalDateTime local, ZoneId zone) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (offsets.isEmpty()) {
      ZoneOffsetTransition gap = zone.getRules().getTransition(local);
      sheet.ask(
          pointer,
          "no-such-time",
          text(local.minus(gap.getDuration())),
          text(local.plus(gap.getDuration())));
      return null;
    }
    if (offsets.size() > 1) {
      sheet.remark(pointer, "time-comes-twice");
    }
    return new When(local.toInstant(offsets.getFirst()), offsets.size() > 1 ? HOUR : null);
  }

  private static String text(LocalDateTime local) {
    return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(local);
  }
}
