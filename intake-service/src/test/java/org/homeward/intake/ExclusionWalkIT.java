package org.homeward.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.homeward.face.access.Role;
import org.homeward.intake.trial.TrialHandover;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.testkit.Proves;
import org.homeward.testkit.exclusion.ExclusionWalk;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A person from whom a case is kept, at every door of this service. */
class ExclusionWalkIT {

  private static final Role[] STAFF = {
    Role.OPERATOR, Role.SUPERVISOR, Role.CONFIDANT, Role.AUTHORITY, Role.DPO
  };

  private final TrialIntake intake = TrialIntake.get();

  private JsonNode opened() {
    return intake
        .ana()
        .post(
            "/api/v1/reports",
            """
            {"exercise": false, "channel": "PHONE", "notTo": ["person:person-marko"],
             "newChildren": [{}], "says": {"feared": ["CAREGIVER"]}}""")
        .json();
  }

  private ExclusionWalk walk(String id, JsonNode opened) {
    return new ExclusionWalk(
            Path.of("src/main/resources/openapi.yaml"), intake.port(), intake.commands())
        .as("an excluded operator", intake.authorization("marko", Role.OPERATOR))
        .as("an excluded member of staff with every role", intake.authorization("marko", STAFF))
        .seenBy(intake.authorization("ana", Role.OPERATOR))
        .hidden("case", id)
        .hidden("report", opened.path("report").asString())
        .hidden("child", opened.path("children").path(0).asString())
        .hidden("task", "READ_SIGHTING.handover." + TrialHandover.of(id).id)
        .alike("POST /api/v1/cases/{id}/freeze");
  }

  @Test
  @Proves({6, 10})
  void anExcludedPersonFindsWhatSomebodyFindsWhoAsksForAnUnknownId() {
    JsonNode opened = opened();
    assertThat(walk(opened.path("case").asString(), opened).findings()).isEmpty();
  }
}
