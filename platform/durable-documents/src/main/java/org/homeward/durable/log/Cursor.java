package org.homeward.durable.log;

import java.util.Optional;
import java.util.regex.Pattern;

/** A place in a log: {@code epoch.n}. A restore starts a new epoch. */
public record Cursor(String epoch, long n) {

  private static final Pattern FORM = Pattern.compile("([a-z0-9]{8})\\.(0|[1-9][0-9]{0,17})");

  /** Empty when the text is no cursor at all. */
  public static Optional<Cursor> parse(String text) {
    var parts = FORM.matcher(text);
    return parts.matches()
        ? Optional.of(new Cursor(parts.group(1), Long.parseLong(parts.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return epoch + "." + n;
  }
}
