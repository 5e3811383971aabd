package org.homeward.alert.orders.acknowledgements;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer of an organisation to an alert.
 *
 * @param at when it was said
 * @param by the person of the hotline who heard it; null when nobody did
 */
record Word(Says says, Way way, Instant at, @Nullable String by) {

  Word {
    requireNonNull(says, "says");
    requireNonNull(way, "way");
    requireNonNull(at, "at");
  }

  /** The word. */
  enum Says {
    SEEN,
    ACTING,
    NOT_OURS
  }

  /** How it came. */
  enum Way {
    /** Signed with the key of the organisation's system. */
    KEY,
    /** A person of the hotline heard it. */
    STAFF,
    /** The button behind a link, which anybody may have pressed to whom it was passed on. */
    LINK
  }

  /** Whether it ends the silence of the organisation. */
  boolean isAnswer() {
    return way != Way.LINK; // upholds 11
  }

  /**
   * A word that comes late takes nothing back, and "seen" takes back no decision; but what one
   * person wrote down wrongly, a person puts right.
   */
  boolean replaces(@Nullable Word before) {
    if (before == null) {
      return true;
    }
    if (!isAnswer()) {
      return false;
    }
    if (!before.isAnswer()) {
      return true;
    }
    boolean corrects = way == Way.STAFF && before.way() == Way.STAFF;
    return (corrects || says != Says.SEEN) && says != before.says() && !at.isBefore(before.at());
  }
}
