package org.homeward.alert.orders.authorities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class DemoAuthoritySettingsTest {

  @Test
  void demoNamesItsPeopleAndARealNodeNamesNone() {
    assertThat(new DemoAuthoritySettings(true, Set.of("p-1")).persons()).containsExactly("p-1");
    assertThat(new DemoAuthoritySettings(false, null).persons()).isEmpty();
    assertThatThrownBy(() -> new DemoAuthoritySettings(false, Set.of("p-1")))
        .hasMessageContaining("HOMEWARD_DEMO=true");
  }

  @Test
  void anIdThatNoEventMayCarryIsRefusedAtTheStart() {
    assertThatThrownBy(() -> new DemoAuthoritySettings(true, Set.of("not an id")))
        .hasMessageContaining("ids of people");
  }
}
