package org.homeward.intake.tips;

import java.time.Duration;
import java.time.Instant;
import org.homeward.schema.facts.LastSeen;
import org.jspecify.annotations.Nullable;

/** A hint for the person who reads a tip; it decides nothing, because either time may be wrong. */
final class TimeFits {

  private TimeFits() {}

  /** Whether the child may have been seen then, by what the case says of the last time. */
  static boolean with(@Nullable LastSeen lastSeen, TipWords words) {
    if (lastSeen == null || lastSeen.at() == null || words.seenAt() == null) {
      return true;
    }
    Instant earliestLast = lastSeen.at().minus(minutes(lastSeen.uncertaintyMinutes()));
    Instant latestTip = words.seenAt().plus(minutes(words.withinMinutes()));
    return !latestTip.isBefore(earliestLast);
  }

  private static Duration minutes(@Nullable Integer minutes) {
    return Duration.ofMinutes(minutes == null ? 0 : minutes);
  }
}
