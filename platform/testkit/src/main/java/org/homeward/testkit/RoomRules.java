package org.homeward.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.regex.Pattern;

/**
 * The rules for a service that is divided into rooms. A room is a package with a domain and the
 * adapters of that domain; their names tell them apart.
 */
final class RoomRules {
  private static final String[] TECHNOLOGY = {
    "org.springframework..",
    "com.mongodb..",
    "org.bson..",
    "org.apache.kafka..",
    "jakarta.servlet..",
    "jakarta.mail..",
    "org.jsmpp.."
  };

  /** A settings record may import Spring's binding annotations and data sizes. */
  private static final String[] BINDING = {
    "org.springframework.boot.context.properties..", "org.springframework.util.unit.."
  };

  private static final Pattern ADAPTER =
      Pattern.compile("(Mongo|Smtp|Smpp|Http)[A-Z]\\w*|\\w+(Controller|Topic|Configuration)");

  private RoomRules() {}

  static ArchRule onlyAdaptersKnowTechnology() {
    return noClasses()
        .that(are("neither adapters nor settings", type -> !isAdapter(type) && !isSettings(type)))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(TECHNOLOGY)
        .because(
            "a use case must be readable and testable without any framework; an adapter is named"
                + " …Controller, …Topic, …Configuration, Mongo…, Smtp…, Smpp… or Http…")
        .allowEmptyShould(true);
  }

  static ArchRule settingsKnowOnlyTheirKeys() {
    return noClasses()
        .that(are("settings", RoomRules::isSettings))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(TECHNOLOGY).and(DescribedPredicate.not(resideInAnyPackage(BINDING))))
        .because("settings are a record bound to keys, and nothing else")
        .allowEmptyShould(true);
  }

  static ArchRule noDomainKnowsAnAdapter(String rootPackage) {
    return noClasses()
        .that(are("no adapters", type -> !isAdapter(type)))
        .should()
        .dependOnClassesThat(
            resideInAPackage(rootPackage + "..").and(are("adapters", RoomRules::isAdapter)))
        .because("the domain must not change when a technology does")
        .allowEmptyShould(true);
  }

  static ArchRule noRoomKnowsTheStart(String rootPackage) {
    return noClasses()
        .that()
        .resideInAPackage(rootPackage + ".*..")
        .should()
        .dependOnClassesThat(resideInAPackage(rootPackage))
        .because(
            "the process start knows all rooms; a room that knew it would know all of them too")
        .allowEmptyShould(true);
  }

  private static DescribedPredicate<JavaClass> are(
      String what, java.util.function.Predicate<JavaClass> which) {
    return describe(what, which);
  }

  /** A main class wires, as a configuration does. */
  private static boolean isAdapter(JavaClass type) {
    JavaClass outermost = ArchitectureRules.outermost(type);
    return ADAPTER.matcher(outermost.getSimpleName()).matches()
        || ArchitectureRules.A_MAIN_CLASS.test(outermost);
  }

  private static boolean isSettings(JavaClass type) {
    return ArchitectureRules.outermost(type).getSimpleName().endsWith("Settings");
  }
}
