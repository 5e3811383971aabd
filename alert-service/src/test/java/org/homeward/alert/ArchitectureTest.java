package org.homeward.alert;

import org.homeward.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void serviceKeepsTheRulesOfTheHouse() {
    ArchitectureRules.checkLibrary("org.homeward.alert");
  }
}
