package org.homeward.bridge.handovers.dialogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one more word that a life depends on it is worth. */
public enum Justification {
  FIRST,
  CONFIRMS,
  NOTHING_NEW,
  SAME_PERSON;

  public static Justification of(@Nullable VitalInterest said, String by, Instant now) {
    if (said == null || !said.holds(now)) {
      return FIRST;
    }
    if (said.isConfirmed()) {
      return NOTHING_NEW;
    }
    return said.by().equals(by) ? SAME_PERSON : CONFIRMS;
  }
}
