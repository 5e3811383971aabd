package org.homeward.face.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoBindTest {

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.3.2.1", "::1"})
  void demoListensOnThisMachine(String address) {
    assertThatCode(() -> DemoBind.check(true, InetAddress.ofLiteral(address)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.168.1.4", "10.0.0.1"})
  void demoRefusesToListenElsewhere(String address) {
    assertThatThrownBy(() -> DemoBind.check(true, InetAddress.ofLiteral(address)))
        .hasMessageContaining("HOMEWARD_BIND=127.0.0.1");
    assertThatCode(() -> DemoBind.check(false, InetAddress.ofLiteral(address)))
        .doesNotThrowAnyException();
  }

  @Test
  void noAddressMeansEveryAddress() {
    assertThatThrownBy(() -> DemoBind.check(true, null)).isInstanceOf(DemoBindRefused.class);
  }
}
