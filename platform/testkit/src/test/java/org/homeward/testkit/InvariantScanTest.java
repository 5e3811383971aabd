package org.homeward.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvariantScanTest {
  @TempDir Path root;

  @Test
  void namesEachInvariantThatLacksItsLineOrItsTest() throws IOException {
    write("a/src/main/java/Store.java", "  append(); // upholds 1\n  gate(); // upholds 6, 8\n");
    write("a/src/test/java/StoreTest.java", "  @Proves(1)\n  @Proves({6, 2})\n");

    InvariantScan scan = InvariantScan.of(root);

    assertThat(scan.upheld().keySet()).containsExactly(1, 6, 8);
    assertThat(scan.complaints(12))
        .containsExactly(
            "invariant 2: no line upholds it; see StoreTest.java:2",
            "invariant 8: no test proves it; see Store.java:2",
            "invariant 12: no line upholds it; nothing names it",
            "invariant 12: no test proves it; nothing names it");
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
