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

    var settings =
        from(
            environment,
            "--data=/some where",
            "--store-secret=/a file",
            "--kafka-port=3",
            "--fsync=true");

    assertThat(settings)
        .isEqualTo(
            new ProcessSettings(
                ProcessSettings.Run.BOTH,
                Path.of("/some where"),
                1,
                Path.of("/a file"),
                3,
                19093,
                0,
                true,
                ProcessSettings.Member.ALONE));
  }

  @Test
  void oneOfThreeBrokersKeepsEachRecordThreeTimes() {
    var settings =
        from(
            Map.of(),
            "--data=a",
            "--run=broker",
            "--node-id=2",
            "--voters=1@127.0.0.1:1,2@127.0.0.1:2,3@127.0.0.1:3",
            "--cluster-id=c");

    assertThat(settings.run().store()).isFalse();
    assertThat(settings.broker().nodeId()).isEqualTo(2);
    assertThat(settings.broker().replicationFactor()).isEqualTo(3);
  }

  @Test
  void whatIsNotUnderstoodIsNamed() {
    assertThatThrownBy(() -> from(Map.of(), "-x")).hasMessageContaining("not understood: -x");
    assertThatThrownBy(() -> from(Map.of(), "--data=a", "--nope=1"))
        .hasMessage("not known: --nope");
    assertThatThrownBy(() -> from(Map.of(), "--data=a", "--store-port=x"))
        .hasMessage("--store-port needs a number");
    assertThatThrownBy(() -> from(Map.of(), "--data=a", "--run=x"))
        .hasMessage("--run is both, broker or store");
    assertThatThrownBy(() -> from(Map.of(), "--data=a", "--voters=1@a:1,2@a:2"))
        .hasMessageContaining("--cluster-id");
    assertThatThrownBy(() -> from(Map.of())).hasMessageContaining("--data=directory");
    assertThatThrownBy(() -> from(Map.of(), "--data=a"))
        .hasMessageContaining("--store-secret=file");
  }

  private static ProcessSettings from(Map<String, String> environment, String... arguments) {
    return ProcessSettings.from(arguments, environment);
  }
}
