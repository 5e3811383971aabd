package org.homeward.alert.police.desks;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.demo*}.
 *
 * @param demo whether people and keys that everybody knows are let in
 * @param demoDesk id of the desk that the demo's police belong to; blank for none
 */
@ConfigurationProperties("homeward")
record DemoDeskSettings(boolean demo, @Nullable String demoDesk) {

  private static final Set<Integer> VERSIONS = Set.of(4, 8);

  DemoDeskSettings {
    demoDesk = demoDesk == null || demoDesk.isBlank() ? null : demoDesk;
    if (demoDesk != null && !demo) {
      throw new IllegalArgumentException("HOMEWARD_DEMO_DESK is for HOMEWARD_DEMO=true only");
    }
    if (demoDesk != null && !VERSIONS.contains(UUID.fromString(demoDesk).version())) {
      // Its event could not be sent, and the node would never be healthy.
      throw new IllegalArgumentException("HOMEWARD_DEMO_DESK is a UUID of version 4 or 8");
    }
  }
}
