package org.homeward.intake.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.snapshots.AuthoritySnapshot;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Authorities as alert tells of them: what the officer looks at, and whom only a supervisor names.
 */
class AuthorityCopiesIT {

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();
  private final Person vera = intake.vera();
  private final String authority = UUID.randomUUID().toString();
  private final String login = "dusan-" + authority.substring(0, 8);

  private void told(long version, ChangeType change, boolean confirmed) {
    var snapshot =
        new AuthoritySnapshot(
            authority, "MUP " + authority, Set.of("person-" + login), confirmed, null, null);
    intake.tell("rs.alerts", authority, TrialIntake.told(version, change, snapshot));
  }

  private Optional<JsonNode> task() {
    return vera.get("/api/v1/tasks?limit=200")
        .json()
        .path("tasks")
        .valueStream()
        .filter(task -> task.path("subject").asString().equals("authority/" + authority))
        .findFirst();
  }

  @Test
  void theOfficerHasATaskForEachAuthorityUntilItIsDone() {
    told(1, ChangeType.AUTHORITY_REGISTERED, false);
    JsonNode task = await().until(this::task, Optional::isPresent).orElseThrow();
    assertThat(task.path("kind").asString()).isEqualTo("CHECK_AUTHORITY");
    assertThat(task.path("persons").toString()).contains(login);
    assertThat(task.path("confirmed").asBoolean()).isFalse();

    told(2, ChangeType.AUTHORITY_CONFIRMED, true);
    await().until(() -> task().orElseThrow().path("confirmed").asBoolean());
    String done = "/api/v1/tasks/" + task.path("id").asString() + "/done";
    assertThat(intake.jelena().postNothing(done).status()).isEqualTo(403);
    assertThat(vera.postNothing(done).status()).isEqualTo(200);
    assertThat(task()).isEmpty();
    assertThat(vera.postNothing(done).status()).isEqualTo(404);
  }

  @Test
  @Proves(6)
  void aPersonOfAnAuthorityIsNamedByASupervisorAlone() {
    intake.person(login, Role.OPERATOR).get("/api/v1/cases");
    assertThat(filed(ana).status()).as("an ordinary colleague").isEqualTo(201);

    told(1, ChangeType.AUTHORITY_REGISTERED, false);
    await().until(() -> task().isPresent());

    assertThat(filed(ana).problem()).isEqualTo("supervisor-required");
    assertThat(filed(intake.jelena()).status()).isEqualTo(201);
    assertThat(
            ana.post(
                    "/api/v1/drafts",
                    "{\"exercise\": false, \"notTo\": [\"person:person-%s\"], \"typed\": {}}"
                        .formatted(login))
                .problem())
        .isEqualTo("supervisor-required");
  }

  @Test
  @Proves(6)
  void aPersonWhoWasNeverHereIsNamedByASupervisorAlone() {
    assertThat(filed(ana).problem()).isEqualTo("supervisor-required");
    assertThat(filed(intake.jelena()).status()).isEqualTo(201);
  }

  private Answer filed(Person by) {
    return by.post(
        "/api/v1/reports",
        """
        {"exercise": false, "channel": "PHONE", "notTo": ["person:person-%s"],
         "newChildren": [{}], "says": {}}"""
            .formatted(login));
  }
}
