package org.homeward.console;

import java.nio.file.Path;
import org.homeward.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void theServiceKeepsTheRules() {
    ArchitectureRules.checkRooms(
        "org.homeward.console", "console", Path.of("../docs/architecture.md"));
  }
}
