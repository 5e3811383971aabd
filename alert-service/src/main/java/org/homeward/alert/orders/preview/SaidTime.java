package org.homeward.alert.orders.preview;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.homeward.alert.node.LanguageTags;

/** A moment as the readers of a text say it, where it happens. */
public final class SaidTime {

  private static final DateTimeFormatter OFFSET =
      DateTimeFormatter.ofPattern("'UTC'xxx", Locale.ROOT);

  private SaidTime() {}

  /**
   * With the offset: on the night the clocks change, there are two 02:30.
   *
   * @param language as {@code sr}
   */
  public static String of(Instant at, ZoneId zone, String language) {
    ZonedDateTime there = at.atZone(zone);
    String pattern = language.equals("sr") ? "d. MMMM uuuu, HH:mm" : "d MMMM uuuu, HH:mm";
    Locale locale = Locale.forLanguageTag(LanguageTags.of(language));
    String offset = OFFSET.format(there).replaceFirst("([+-])0", "$1").replaceFirst(":00$", "");
    return DateTimeFormatter.ofPattern(pattern, locale).format(there) + " (" + offset + ")";
  }
}
