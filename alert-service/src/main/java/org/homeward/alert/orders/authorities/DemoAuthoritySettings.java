package org.homeward.alert.orders.authorities;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.demo*}.
 *
 * @param demo whether people and keys that everybody knows are let in
 * @param demoAuthority opaque ids of the demo's people who may order alerts; empty for none
 */
@ConfigurationProperties("homeward")
record DemoAuthoritySettings(boolean demo, @Nullable Set<String> demoAuthority) {

  DemoAuthoritySettings {
    demoAuthority = demoAuthority == null ? Set.of() : Set.copyOf(demoAuthority);
    if (!demoAuthority.isEmpty() && !demo) {
      throw new IllegalArgumentException("HOMEWARD_DEMO_AUTHORITY is for HOMEWARD_DEMO=true only");
    }
    if (!demoAuthority.stream().allMatch(person -> Authority.PERSON.matcher(person).matches())) {
      throw new IllegalArgumentException("HOMEWARD_DEMO_AUTHORITY has ids of people");
    }
  }

  Set<String> persons() {
    return demoAuthority == null ? Set.of() : demoAuthority;
  }
}
