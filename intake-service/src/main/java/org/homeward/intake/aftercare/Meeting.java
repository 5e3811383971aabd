package org.homeward.intake.aftercare;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody saw the child, or spoke with it.
 *
 * @param claimantAbsent whether nobody who claims the child was there or could listen
 * @param reference of the police; null for everybody else who has none
 */
record Meeting(Who who, How how, boolean claimantAbsent, Instant at, @Nullable String reference) {

  /** Who met the child. */
  enum Who {
    STAFF,
    POLICE,
    /** A parent, or anybody else who claims the child. */
    CLAIMANT,
    SOMEBODY_ELSE
  }

  /** In which way. */
  enum How {
    SAW,
    SPOKE
  }

  /** Whether it counts, and why not. */
  enum Weight {
    COUNTS,
    NEITHER_STAFF_NOR_POLICE,
    CLAIMANT_WAS_THERE
  }

  Meeting {
    requireNonNull(who, "who");
    requireNonNull(how, "how");
    requireNonNull(at, "at");
    if (who == Who.POLICE) requireNonNull(reference, "reference");
  }

  /** However many claimants say it: an abductor brings a second one. */
  Weight weight() {
    if (who != Who.STAFF && who != Who.POLICE) {
      return Weight.NEITHER_STAFF_NOR_POLICE;
    }
    return claimantAbsent ? Weight.COUNTS : Weight.CLAIMANT_WAS_THERE;
  }

  boolean counts() {
    return weight() == Weight.COUNTS;
  }

  @Override
  public String toString() {
    return "Meeting[" + who + ", " + how + "]";
  }
}
