package org.homeward.intake.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.event.Envelope;
import org.homeward.schema.snapshots.DeskSnapshot;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Police desks as alert tells of them: whom a release reaches, and what the officer looks at. */
class DeskCopiesIT {

  private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();
  private final Person vera = intake.vera();
  private final String desk = UUID.randomUUID().toString();

  private void told(long version, ChangeType change, boolean confirmed, boolean revoked) {
    var snapshot =
        new DeskSnapshot(
            desk, "PS " + desk, Set.of("RS-06"), false, confirmed, null, revoked ? AT : null);
    intake.tell("rs.alerts", desk, TrialIntake.told(version, change, snapshot));
  }

  private Optional<JsonNode> task() {
    return vera.get("/api/v1/tasks?limit=200")
        .json()
        .path("tasks")
        .valueStream()
        .filter(task -> task.path("subject").asString().equals("desk/" + desk))
        .findFirst();
  }

  private JsonNode confirmed() {
    told(1, ChangeType.DESK_REGISTERED, false, false);
    told(2, ChangeType.DESK_CONFIRMED, true, false);
    return await()
        .until(this::task, task -> task.isPresent() && task.get().path("confirmed").asBoolean())
        .orElseThrow();
  }

  private Answer released(String label) {
    Answer opened =
        ana.post(
            "/api/v1/reports",
            """
            {"exercise": false, "channel": "PHONE", "newChildren": [{}],
             "says": {"lastSeen": {"place": {"country": "RS", "region": "RS-06"}}}}""");
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    return ana.post(
        "/api/v1/cases/"
            + opened.json().path("case").asString()
            + "/reports/"
            + opened.json().path("report").asString()
            + "/release",
        "{\"basis\": \"VITAL_INTEREST\", \"reason\": \"danger\"" + label + "}",
        "If-Match: " + opened.all("ETag").getFirst());
  }

  private static List<String> desks(Answer released) {
    return released
        .json()
        .at("/police/desks")
        .valueStream()
        .map(d -> d.path("id").asString())
        .toList();
  }

  @Test
  void theOfficerHasATaskForEachDeskUntilItIsDone() {
    JsonNode task = confirmed();
    String done = "/api/v1/tasks/" + task.path("id").asString() + "/done";
    assertThat(task.path("kind").asString()).isEqualTo("CHECK_DESK");
    assertThat(task.path("name").asString()).isEqualTo("PS " + desk);

    assertThat(ana.get("/api/v1/tasks?limit=200").text()).doesNotContain("CHECK_DESK");
    assertThat(intake.person("j", Role.SUPERVISOR).postNothing(done).status()).isEqualTo(403);
    assertThat(vera.postNothing(done).status()).isEqualTo(200);
    assertThat(task()).isEmpty();
    assertThat(vera.postNothing(done).status()).isEqualTo(404);
    assertThat(vera.postNothing("/api/v1/tasks/x/done").status()).isEqualTo(404);

    told(3, ChangeType.DESK_REVOKED, true, true);
    await().untilAsserted(() -> assertThat(desks(released(""))).doesNotContain(desk));
    assertThat(task()).isEmpty();
  }

  @Test
  void aReleaseSaysWhichDesksReadIt() {
    confirmed();

    Answer released = released(", \"desk\": \"" + desk + "\"");

    assertThat(released.status()).as(released.text()).isEqualTo(200);
    assertThat(desks(released)).contains(desk);
    assertThat(released.json().at("/police/doubts")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ", \"desk\": null",
        ", \"desk\": \"\"",
        ", \"desk\": 7",
        ", \"desk\": {\"a\": []}",
        ", \"desk\": \"the one by the river, ask for Mira\"",
        ", \"desk\": \"no-such-desk\""
      })
  @Proves(6)
  void noReleaseIsRefusedBecauseOfItsDeskAndAllDesksReadIt(String label) {
    confirmed();

    Answer released = released(label);

    assertThat(released.status()).as(released.text()).isEqualTo(200);
    assertThat(desks(released)).contains(desk);
    assertThat(released.json().at("/police/doubts").toString()).contains("UNKNOWN_DESK");
    assertThat(released.text()).doesNotContain("Mira");
  }

  @Test
  void whatComesLateChangesNothing() {
    confirmed();
    told(1, ChangeType.DESK_REGISTERED, false, false);
    String marker = UUID.randomUUID().toString();
    intake.tell(
        "rs.alerts",
        desk,
        Envelope.of(
            "rs",
            1,
            List.of(),
            new DeskSnapshot(marker, "M", Set.of("RS"), false, true, null, null)));
    await()
        .untilAsserted(
            () ->
                assertThat(vera.get("/api/v1/tasks?limit=200").text()).contains("desk/" + marker));

    assertThat(task().orElseThrow().path("confirmed").asBoolean()).isTrue();
  }
}
