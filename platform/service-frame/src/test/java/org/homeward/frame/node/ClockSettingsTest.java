package org.homeward.frame.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClockSettingsTest {

  @Test
  void aClockIsWrongForDemosOnly() {
    assertThat(new ClockSettings(false, null).clockOffset()).isZero();
    assertThat(new ClockSettings(true, Duration.ofMinutes(-10)).clockOffset()).hasMinutes(-10);
    assertThatThrownBy(() -> new ClockSettings(false, Duration.ofMinutes(10)))
        .hasMessageContaining("HOMEWARD_DEMO");
  }
}
