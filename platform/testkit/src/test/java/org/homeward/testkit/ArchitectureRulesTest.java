package org.homeward.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureRulesTest {
  private static final String PLANTED = "org.homeward.testkit.planted";

  @Test
  void eachPlantedBreachIsNamed() {
    assertBreaks(ArchitectureRules.noVaguePackages(), "StoreManager");
    assertBreaks(ArchitectureRules.noVagueNames(), "StoreManager is vaguely named");
    assertBreaks(ArchitectureRules.noSleep(), "StoreManager.now()");
    assertBreaks(ArchitectureRules.noWallClock(), "Instant.now()");
    assertBreaks(ArchitectureRules.noCycles(PLANTED), "Cycle");
  }

  @Test
  void thisModuleFollowsTheRules() {
    var main = ArchitectureRules.mainOf("org.homeward.testkit");
    assertThatCode(() -> ArchitectureRules.noVagueNames().check(main)).doesNotThrowAnyException();
    assertThatCode(() -> ArchitectureRules.noWallClock().check(main)).doesNotThrowAnyException();
    assertThatCode(() -> ArchitectureRules.noSleep().check(main)).doesNotThrowAnyException();
  }

  private static void assertBreaks(ArchRule rule, String named) {
    assertThatThrownBy(() -> rule.check(planted()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(named)
        .hasMessageContaining("because");
  }

  private static JavaClasses planted() {
    return new ClassFileImporter().importPackages(PLANTED);
  }
}
