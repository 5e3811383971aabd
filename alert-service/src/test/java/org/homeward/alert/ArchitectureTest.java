package org.homeward.alert;

import java.nio.file.Path;
import org.homeward.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void theServiceKeepsTheRules() {
    ArchitectureRules.checkRooms(
        "org.homeward.alert", "alert-service", Path.of("../docs/architecture.md"));
  }
}
