package org.homeward.schema.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A date of which perhaps only the year, or year and month, is known: {@code YYYY[-MM[-DD]]}. */
public record PartialDate(int year, @Nullable Integer month, @Nullable Integer day) {

  private static final ZoneOffset FIRST_TO_SEE_A_DAY = ZoneOffset.ofHours(14);

  private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

  public PartialDate {
    try {
      first(year, month, day);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a date");
    }
    if (year < 1 || year > 9999 || (month == null && day != null)) {
      throw new IllegalArgumentException("not a partial date");
    }
  }

  @JsonCreator
  public static PartialDate parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a partial date");
    }
    return new PartialDate(
        Integer.parseInt(parts.group(1)), number(parts.group(2)), number(parts.group(3)));
  }

  /** The first day it can mean. */
  public LocalDate earliest() {
    return first(year, month, day);
  }

  /** Whether none of its days has begun anywhere on earth at this moment. */
  public boolean isAfter(Instant moment) {
    return earliest().isAfter(moment.atOffset(FIRST_TO_SEE_A_DAY).toLocalDate());
  }

  /** The last day it can mean. */
  public LocalDate latest() {
    if (day != null) {
      return earliest();
    }
    return YearMonth.of(year, month == null ? 12 : month).atEndOfMonth();
  }

  @JsonValue
  public String text() {
    return "%04d".formatted(year) + part(month) + part(day);
  }

  @Override
  public String toString() {
    return "PartialDate[redacted]";
  }

  private static LocalDate first(int year, @Nullable Integer month, @Nullable Integer day) {
    return LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
  }

  private static @Nullable Integer number(@Nullable String digits) {
    return digits == null ? null : Integer.valueOf(digits);
  }

  private static String part(@Nullable Integer number) {
    return number == null ? "" : "-%02d".formatted(number);
  }
}
