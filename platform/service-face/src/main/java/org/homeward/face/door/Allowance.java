package org.homeward.face.door;

import java.util.Locale;

/** A kind of caller with its own places: when one kind is full, the others still have theirs. */
public enum Allowance {
  /** Callers without a valid token or key. */
  OPEN,
  /** People with a token. */
  STAFF,
  /** Browsers that ask for pages. */
  PAGES,
  /** Other nodes. */
  PARTNERS,
  /** Desks that read the feed. */
  POLICE,
  /** Desks that follow it. */
  STREAMS,
  /** Stops of authenticated callers. */
  STOPS;

  String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}
