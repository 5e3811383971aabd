package org.homeward.bridge.disclosure;

import java.time.Duration;
import org.homeward.bridge.handovers.dialogue.Clocks;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.bridge.lease}.
 *
 * @param lease how long a holder may keep a case unless that is renewed
 */
@ConfigurationProperties("homeward.bridge")
record LeaseSettings(Duration lease) {

  LeaseSettings {
    if (lease.compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalArgumentException("homeward.bridge.lease is shorter than a day");
    }
    if (lease.compareTo(Clocks.LONGEST_LEASE) > 0) {
      throw new IllegalArgumentException("homeward.bridge.lease is longer than thirty days");
    }
  }
}
