package org.homeward.alert.orders.stops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopKeyTest {

  @TempDir Path directory;

  @Test
  @Proves(4)
  void keyOfAnEarlierReleaseIsMovedAndStillStops() throws IOException {
    Path data = directory.resolve("data");
    String known = StopKey.in(data, data).text();
    Path secrets = directory.resolve("secrets");

    StopKey moved = StopKey.in(secrets, data);

    assertThat(moved.fits(known)).isTrue();
    assertThat(data.resolve("stop.key")).doesNotExist();
    Path file = secrets.resolve("stop.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(StopKey.in(secrets, data).fits(known)).isTrue();
  }

  @Test
  @Proves(4)
  void keyInTheSecretFilesIsNotReplacedByAnOlderOne() {
    Path secrets = directory.resolve("secrets");
    Path data = directory.resolve("data");
    String known = StopKey.in(secrets, data).text();
    StopKey.in(data, data);

    assertThat(StopKey.in(secrets, data).fits(known)).isTrue();
    assertThat(data.resolve("stop.key")).exists();
  }
}
