package org.homeward.intake.episodes;

import java.time.Duration;

/** The mark of a link one of whose cases is erased. */
record GoneLink(boolean erased) implements KeptLink {

  static final GoneLink ERASED = new GoneLink(true);

  /** A request that was under way when the case was erased is long over then. */
  static final Duration KEPT = Duration.ofDays(30);
}
