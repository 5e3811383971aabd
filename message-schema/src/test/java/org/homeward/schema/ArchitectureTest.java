package org.homeward.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.homeward.testkit.ArchitectureRules;
import org.homeward.testkit.InvariantScan;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void theHouseRulesAreKept() {
    ArchitectureRules.checkLibrary("org.homeward.schema");
  }

  @Test
  void everyLineThatUpholdsAnInvariantHasItsTest() {
    assertThat(InvariantScan.of(Path.of("src").toAbsolutePath()).complaints(5, 6, 7, 8, 9, 10, 12))
        .isEmpty();
  }
}
