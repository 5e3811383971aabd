package org.homeward.frame.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NodeSettingsTest {

  private static NodeSettings settings(String node, String country) {
    return new NodeSettings(node, country, Path.of("data"), "", "mongodb://x", "x:1");
  }

  @Test
  void countryIsTheSlugUnlessItIsGiven() {
    assertThat(settings("rs", " ").country()).isEqualTo("RS");
    assertThat(settings("rs", null).country()).isEqualTo("RS");
    assertThat(settings("drill", "GR").country()).isEqualTo("GR");
    assertThat(settings("rs", "").topic("cases")).isEqualTo("rs.cases");
  }

  @Test
  void theSecretOfTheStoreIsNotSaid() {
    var settings =
        new NodeSettings("rs", "RS", Path.of("data"), "", "mongodb://homeward:planted@x", "x:1");

    assertThat(settings.toString()).contains("rs").doesNotContain("planted");
  }

  @Test
  void whatIsNoNodeOrCountryIsRefused() {
    assertThatThrownBy(() -> settings("RS", "RS")).hasMessageContaining("homeward.node");
    assertThatThrownBy(() -> settings("drill", "")).hasMessageContaining("homeward.country");
    assertThatThrownBy(() -> new ServiceName("alert-service", "alerts"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
