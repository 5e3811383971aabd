package org.homeward.engines;

import org.homeward.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void codeFollowsTheRulesOfTheHouse() {
    ArchitectureRules.checkLibrary("org.homeward.engines");
  }
}
