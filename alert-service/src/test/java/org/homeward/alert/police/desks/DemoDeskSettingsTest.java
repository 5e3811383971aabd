package org.homeward.alert.police.desks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DemoDeskSettingsTest {
  private static final String DESK = "3befee0e-7d0e-8589-b8d1-395a32a05d3d";

  @Test
  void blankMeansThatThePoliceOfTheDemoHaveNoDesk() {
    assertThat(new DemoDeskSettings(true, " ").demoDesk()).isNull();
  }

  @Test
  void demoNamesADeskAndARealNodeNamesNone() {
    assertThat(new DemoDeskSettings(true, DESK).demoDesk()).isEqualTo(DESK);
    assertThatThrownBy(() -> new DemoDeskSettings(false, DESK))
        .hasMessageContaining("HOMEWARD_DEMO=true");
  }

  @Test
  void anIdThatNoEventMayCarryIsRefusedAtTheStart() {
    String version3 = DESK.replace("-8589-", "-3589-");
    assertThatThrownBy(() -> new DemoDeskSettings(true, version3))
        .hasMessageContaining("version 4 or 8");
  }
}
