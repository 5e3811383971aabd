package org.homeward.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.homeward.face.access.Permissions;
import org.junit.jupiter.api.Test;

class PermissionsTest {

  @Test
  void readmeShowsWhatIsOpenWithoutAToken() throws IOException {
    assertThat(Files.readString(Path.of("README.md").toAbsolutePath()))
        .contains(Permissions.of(HttpOpenPaths.permits()).table());
  }
}
