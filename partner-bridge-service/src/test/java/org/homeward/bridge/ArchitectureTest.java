package org.homeward.bridge;

import org.homeward.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void serviceKeepsTheRulesOfTheHouse() {
    ArchitectureRules.checkService("org.homeward.bridge");
  }
}
