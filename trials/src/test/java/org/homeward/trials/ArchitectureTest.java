package org.homeward.trials;

import org.homeward.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void theRulesOfTheHouseHold() {
    ArchitectureRules.checkLibrary("org.homeward.trials");
  }
}
