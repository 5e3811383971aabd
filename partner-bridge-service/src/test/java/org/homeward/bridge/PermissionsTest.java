package org.homeward.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PermissionsTest {

  @Test
  void readmeShowsTheTableOfPermissions() throws IOException {
    assertThat(Files.readString(Path.of("README.md").toAbsolutePath()))
        .contains(new AccessConfiguration().permissions().table());
  }
}
