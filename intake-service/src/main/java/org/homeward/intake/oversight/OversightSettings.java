package org.homeward.intake.oversight;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.intake.*}.
 *
 * @param shift how long what a person did counts
 * @param searchesAShift for how many calls she searches before the officer looks
 * @param openingsAShift how many cases she opens before the officer looks
 */
@ConfigurationProperties("homeward.intake")
record OversightSettings(Duration shift, int searchesAShift, int openingsAShift) {

  /** A tally holds some times as many ids, and one person's must stay a small document. */
  private static final int MOST = 500;

  OversightSettings {
    check(searchesAShift, "HOMEWARD_SEARCHES_A_SHIFT");
    check(openingsAShift, "HOMEWARD_OPENINGS_A_SHIFT");
  }

  private static void check(int limit, String name) {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException(name + " is a number from 1 to " + MOST);
    }
  }
}
