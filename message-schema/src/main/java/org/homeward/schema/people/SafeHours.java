package org.homeward.schema.people;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The hours of a day between which it is safe to ring a number. The second may be the earlier one:
 * then they are of a night.
 *
 * @param from {@code HH:MM} on the clocks of the zone
 * @param zone IANA zone id; null for the one of the hotline
 */
public record SafeHours(String from, String to, @Nullable String zone) {

  public SafeHours {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
  }

  @Override
  public String toString() {
    return "SafeHours[redacted]";
  }
}
