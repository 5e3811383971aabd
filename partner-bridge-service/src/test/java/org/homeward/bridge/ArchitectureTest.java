package org.homeward.bridge;

import org.homeward.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void serviceKeepsTheRulesOfTheHouse() {
    ArchitectureRules.checkLibrary("org.homeward.bridge");
  }
}
