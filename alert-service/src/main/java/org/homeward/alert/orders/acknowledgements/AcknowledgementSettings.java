package org.homeward.alert.orders.acknowledgements;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code homeward.acknowledgements.*}.
 *
 * @param within how long an organisation may take to answer an alert that it has
 */
@ConfigurationProperties("homeward.acknowledgements")
public record AcknowledgementSettings(@DefaultValue("15m") Duration within) {

  private static final Duration SHORTEST = Duration.ofMinutes(1);

  public AcknowledgementSettings {
    if (within.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException("homeward.acknowledgements.within is a minute at least");
    }
  }
}
