package org.homeward.frame.node;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.*} of the clock.
 *
 * @param demo whether this node is one for trying out
 * @param clockOffset how wrong the clock is, to see what comes of it; nothing when not given
 */
@ConfigurationProperties("homeward")
public record ClockSettings(boolean demo, @Nullable Duration clockOffset) {

  public ClockSettings {
    clockOffset = clockOffset == null ? Duration.ZERO : clockOffset;
    if (!demo && !clockOffset.isZero()) {
      throw new IllegalArgumentException(
          "HOMEWARD_CLOCK_OFFSET makes the clock wrong, and is for HOMEWARD_DEMO=true only");
    }
  }

  @Override
  public Duration clockOffset() {
    return clockOffset == null ? Duration.ZERO : clockOffset;
  }
}
