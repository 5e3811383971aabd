package org.homeward.durable.alarm;

import java.time.Duration;

/**
 * @param claim how long the one that answers an alarm may take before it comes again
 * @param lookEvery the longest rest: so late at most is an alarm whose instance has died
 */
public record AlarmSettings(Duration claim, Duration lookEvery) {

  public static final AlarmSettings DEFAULT =
      new AlarmSettings(Duration.ofSeconds(30), Duration.ofSeconds(15));

  public AlarmSettings withClaim(Duration other) {
    return new AlarmSettings(other, lookEvery);
  }
}
