package org.homeward.alert.subscribers.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.testkit.Proves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmppBondTest {

  private static final String TOO_LONG =
      "0123456789012345678901234567890123456789012345678901234567890123456789";

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", TOO_LONG})
  @Proves(4)
  void whatNamesNoSingleMessageIsNoId(@Nullable String id) {
    assertThat(SmppBond.usable(id)).isNull();
  }

  @Test
  void anIdIsTakenAsItIs() {
    assertThat(SmppBond.usable("7")).isEqualTo("7");
  }
}
