package org.homeward.intake;

import java.nio.file.Path;
import org.homeward.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void theServiceKeepsTheRules() {
    ArchitectureRules.checkRooms(
        "org.homeward.intake", "intake-service", Path.of("../docs/architecture.md"));
  }
}
