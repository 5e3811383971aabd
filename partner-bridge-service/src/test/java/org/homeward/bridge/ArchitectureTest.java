package org.homeward.bridge;

import java.nio.file.Path;
import org.homeward.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void serviceKeepsTheRulesOfTheHouse() {
    ArchitectureRules.checkRooms(
        "org.homeward.bridge", "partner-bridge-service", Path.of("../docs/architecture.md"));
  }
}
