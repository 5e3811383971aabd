package org.homeward.intake.providers;

import java.time.Duration;

/** The mark of a provider that somebody took out; nothing of it is left. */
record GoneProvider(boolean gone) implements KeptProvider {

  static final GoneProvider GONE = new GoneProvider(true);

  /** A request that was under way is long over then. */
  static final Duration KEPT_FOR = Duration.ofDays(30);
}
