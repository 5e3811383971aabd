package org.homeward.gateway;

import java.nio.file.Path;
import org.homeward.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void theGatewayKeepsTheRules() {
    ArchitectureRules.checkRooms(
        "org.homeward.gateway", "gateway", Path.of("../docs/architecture.md"));
  }
}
