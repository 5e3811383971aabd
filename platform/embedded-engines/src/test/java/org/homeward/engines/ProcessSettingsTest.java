package org.homeward.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessSettingsTest {
  @Test
  void argumentsWinOverTheEnvironmentAndThatOverDefaults() {
    var environment =
        Map.of("HOMEWARD_ENGINES_STORE_PORT", "1", "HOMEWARD_ENGINES_KAFKA_PORT", "2");

    var settings = from(environment, "--data=/some where", "--kafka-port=3", "--fsync=true");

    assertThat(settings)
        .isEqualTo(new ProcessSettings(Path.of("/some where"), 1, 3, 19093, 0, true));
  }

  @Test
  void whatIsNotUnderstoodIsNamed() {
    assertThatThrownBy(() -> from(Map.of(), "-x")).hasMessageContaining("not understood: -x");
    assertThatThrownBy(() -> from(Map.of(), "--data=a", "--nope=1"))
        .hasMessage("not known: --nope");
    assertThatThrownBy(() -> from(Map.of(), "--data=a", "--store-port=x"))
        .hasMessage("--store-port needs a number");
    assertThatThrownBy(() -> from(Map.of())).hasMessageContaining("--data=directory");
  }

  private static ProcessSettings from(Map<String, String> environment, String... arguments) {
    return ProcessSettings.from(arguments, environment);
  }
}
