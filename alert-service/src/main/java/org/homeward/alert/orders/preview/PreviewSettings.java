package org.homeward.alert.orders.preview;

import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code homeward.alerts.*}.
 *
 * @param zone in which alerts say until when they hold
 * @param publicLongest the longest life of an alert to everybody
 */
@ConfigurationProperties("homeward.alerts")
public record PreviewSettings(
    @DefaultValue("UTC") ZoneId zone, @DefaultValue("24h") Duration publicLongest) {

  private static final Duration SHORTEST = Duration.ofHours(1);

  public PreviewSettings {
    if (publicLongest.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException("homeward.alerts.public-longest is an hour at least");
    }
  }
}
