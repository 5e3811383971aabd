package org.homeward.console.calls;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.console.calls.*}.
 *
 * @param lines the hotline's own numbers, the usual one first
 */
@ConfigurationProperties("homeward.console.calls")
record CallSettings(List<String> lines) {

  CallSettings {
    lines = List.copyOf(lines);
  }
}
