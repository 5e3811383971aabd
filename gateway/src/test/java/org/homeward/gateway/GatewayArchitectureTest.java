package org.homeward.gateway;

import org.homeward.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class GatewayArchitectureTest {

  @Test
  void theRulesOfTheHouseHold() {
    ArchitectureRules.checkLibrary("org.homeward.gateway");
  }
}
