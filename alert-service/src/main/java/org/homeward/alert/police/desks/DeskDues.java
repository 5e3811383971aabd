package org.homeward.alert.police.desks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The alarms of a desk: its key expires, and notices that were for it need other readers. */
final class DeskDues {

  private static final String MISSED = "missed";
  private static final String MISSED_AGAIN = "missed-again";

  /** A notice may just be written by the desks as they were. */
  private static final Duration AGAIN = Duration.ofMinutes(1);

  private DeskDues() {}

  /** Its key opens nothing from then on. */
  static Map<String, Instant> missedAt(Instant at) {
    return Map.of(MISSED, at);
  }

  /** The alarms that are left after these have been answered. */
  static Map<String, Instant> after(List<String> answered, Map<String, Instant> all, Instant now) {
    Map<String, Instant> left = new TreeMap<>(all);
    left.keySet().removeAll(answered);
    if (answered.contains(MISSED)) {
      left.put(MISSED_AGAIN, now.plus(AGAIN));
    }
    return left;
  }
}
