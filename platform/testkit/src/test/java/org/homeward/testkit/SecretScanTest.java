package org.homeward.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretScanTest {
  private final SecretScan scan = SecretScan.of("Милица Planted", "s3cret");
  @TempDir Path directory;

  @Test
  void findsEverySpellingAndDoesNotRepeatIt() {
    assertThat(scan.inText("log", "x\nМилица Planted")).hasToString("[secret 1 at log:2]");
    assertThat(scan.inText("url", "?q=%D0%9C%D0%B8%D0%BB%D0%B8%D1%86%D0%B0%20Planted")).hasSize(1);
    assertThat(scan.inText("json", "\"\\u041c\\u0438\\u043b\\u0438\\u0446\\u0430 Planted\""))
        .hasSize(1);
    assertThat(scan.inText("clean", "Milica planted nothing")).isEmpty();
  }

  @Test
  void findsSecretsInsideBinaryFilesBelowADirectory() throws IOException {
    Path file = Files.createDirectories(directory.resolve("deep")).resolve("journal");
    Files.write(file, new byte[] {0, -1, 's', '3', 'c', 'r', 'e', 't', 0});

    assertThat(scan.inFiles(directory)).containsExactly(new SecretScan.Finding(2, file + ":1"));
  }
}
