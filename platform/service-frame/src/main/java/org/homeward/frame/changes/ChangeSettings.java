package org.homeward.frame.changes;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code homeward.changes.*}.
 *
 * @param kept how long it is kept which documents have changed
 */
@ConfigurationProperties("homeward.changes")
record ChangeSettings(@DefaultValue("3d") Duration kept) {

  ChangeSettings {
    if (kept.compareTo(Duration.ofHours(1)) < 0) {
      throw new IllegalArgumentException("homeward.changes.kept is under an hour");
    }
  }
}
