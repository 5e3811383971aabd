package org.homeward.alert.node;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.alert.*}.
 *
 * @param gateway where the outside reaches this node; links in the feed start with it
 * @param phone the hotline's number, open day and night
 * @param endedKept how long an ended notice says so before it becomes a tombstone
 * @param startPatience how long a start waits for store and broker
 * @param instance names this process among those that read the topic of cases together
 */
@ConfigurationProperties("homeward.alert")
public record AlertSettings(
    URI gateway, String phone, Duration endedKept, Duration startPatience, String instance) {

  public AlertSettings {
    if (!gateway.isAbsolute() || gateway.toString().endsWith("/")) {
      throw new IllegalArgumentException(
          "homeward.alert.gateway is scheme, host and port, without a slash at its end");
    }
    if (endedKept.isNegative() || endedKept.isZero()) {
      throw new IllegalArgumentException("homeward.alert.ended-kept is not positive");
    }
  }
}
