package org.homeward.intake.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.homeward.face.access.Role;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Colleagues by name, over HTTP. */
class ColleaguesIT {

  private static final String COLLEAGUES = "/api/v1/colleagues";

  private final TrialIntake intake = TrialIntake.get();

  @Test
  void whoeverHasLoggedInIsKnownByNameToTheStaff() {
    String login = "named-" + UUID.randomUUID();
    Person somebody = intake.named(login, "Somebody <b>", Role.OPERATOR);
    somebody.get("/api/v1/drafts?limit=1");

    JsonNode found =
        intake
            .ana()
            .get(COLLEAGUES)
            .json()
            .path("colleagues")
            .valueStream()
            .filter(each -> each.path("person").asString().equals("person-" + login))
            .findFirst()
            .orElseThrow();

    assertThat(found.path("name").asString()).isEqualTo("Somebody <b>");
    assertThat(found.path("roles").toString()).isEqualTo("[\"operator\"]");
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"POLICE", "AUTHORITY"})
  @Proves(8)
  void nobodyElseReadsNames(Role role) {
    assertThat(intake.person("other", role).get(COLLEAGUES).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"OPERATOR", "SUPERVISOR", "PARTNER_DESK", "CONFIDANT", "DPO", "ADMIN"})
  void allOfTheStaffReadThem(Role role) {
    assertThat(intake.person("other", role).get(COLLEAGUES).status()).isEqualTo(200);
  }
}
