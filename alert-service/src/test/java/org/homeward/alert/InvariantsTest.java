package org.homeward.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.homeward.testkit.InvariantScan;
import org.junit.jupiter.api.Test;

class InvariantsTest {

  @Test
  void everyLineThatUpholdsAnInvariantHasItsTest() {
    assertThat(InvariantScan.of(Path.of("src").toAbsolutePath()).complaints(2, 6, 7, 8, 9, 10, 12))
        .isEmpty();
  }
}
