package org.homeward.face;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.homeward.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void theRulesOfTheHouseHold() {
    ArchitectureRules.checkLibrary("org.homeward.face");
  }

  @Test
  void theFaceKnowsNeitherStoreNorBroker() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "com.mongodb..",
            "org.bson..",
            "org.apache.kafka..",
            "org.homeward.durable..",
            "org.homeward.schema..")
        .because("problems, access and conditional requests are the same with any of them")
        .check(ArchitectureRules.mainOf("org.homeward.face"));
  }
}
