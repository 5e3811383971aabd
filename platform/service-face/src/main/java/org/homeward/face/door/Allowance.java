package org.homeward.face.door;

import java.util.Locale;

/** Who shares places with whom: when one of these is full, the others still have theirs. */
public enum Allowance {
  /** Callers whom nobody knows. */
  OPEN,
  /** People with a token. */
  STAFF,
  /** Other nodes. */
  PARTNERS,
  /** Desks that read the feed. */
  POLICE,
  /** Desks that follow it. */
  STREAMS,
  /** Stops, of callers who are known. */
  STOPS;

  String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}
