package org.homeward.frame.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditSettingsTest {

  private static Optional<CheckpointPlace> place(String text) {
    return new AuditSettings(text, Duration.ofDays(1)).place();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://backup.example.org/rs",
        "HTTP://backup.example.org/rs",
        "https://backup example.org/rs",
        "http:///x",
        "https:/x",
        "https:",
        "/mnt/\0"
      })
  void aTypoStopsNoStartAndKeepsNothing(String typo) {
    CheckpointPlace place = place(typo).orElseThrow();

    assertThatThrownBy(() -> place.keep("a.jws", new byte[0]))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("HOMEWARD_CHECKPOINTS is a directory, https, or http");
  }

  @Test
  void aSchemeIsReadWithoutItsCaseAndTheRestIsADirectory() {
    assertThat(place("HTTPS://backup.example.org/rs"))
        .contains(new HttpCheckpointPlace(URI.create("HTTPS://backup.example.org/rs")));
    assertThat(place("Http://localhost:9/rs"))
        .contains(new HttpCheckpointPlace(URI.create("Http://localhost:9/rs")));
    assertThat(place("/mnt/rs")).contains(new DirectoryCheckpointPlace(Path.of("/mnt/rs")));
    assertThat(place(" ")).isEmpty();
  }
}
