package org.homeward.pictures;

import org.homeward.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void theLibraryKeepsTheRules() {
    ArchitectureRules.checkLibrary("org.homeward.pictures");
  }
}
