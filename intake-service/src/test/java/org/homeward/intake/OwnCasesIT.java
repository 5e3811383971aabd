package org.homeward.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.homeward.durable.reader.TopicReader;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialHandover;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.schema.event.Change;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.event.Envelope;
import org.homeward.schema.facts.Says;
import org.homeward.schema.snapshots.AlertSnapshot;
import org.homeward.schema.snapshots.AlertStatus;
import org.homeward.schema.snapshots.HandoverTask;
import org.homeward.schema.snapshots.NoticeStatus;
import org.homeward.schema.snapshots.PoliceNoticeSnapshot;
import org.homeward.schema.snapshots.Snapshot;
import org.homeward.schema.snapshots.StopScope;
import org.homeward.schema.snapshots.StopSnapshot;
import org.homeward.schema.values.Audience;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What alerts, stops and handovers do to a case of this node, and what erasing it leaves. */
class OwnCasesIT {

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();

  private String opened(String notTo, String words) {
    Answer opened =
        ana.post(
            "/api/v1/reports",
            """
            {"exercise": false, "channel": "PHONE", "notTo": [%s], "newChildren": [{}],
             "says": {"circumstances": {"language": "sr", "text": "%s"}}}"""
                .formatted(notTo, words));
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    return opened.json().path("case").asString();
  }

  private static String path(String id) {
    return "/api/v1/cases/" + id;
  }

  private JsonNode until(String id, Predicate<JsonNode> reached) {
    return await()
        .until(() -> ana.get(path(id)), a -> a.status() == 200 && reached.test(a.json()))
        .json();
  }

  private static List<String> texts(JsonNode list, String field) {
    return list.valueStream().map(each -> each.path(field).asString()).toList();
  }

  @Test
  @Proves(4)
  void aPartnersBrakeFreezesTheCase() {
    String id = opened("", "a");
    TrialHandover handover = TrialHandover.of(id);
    intake.tell("rs.handovers", id, handover.offered());
    assertThat(until(id, c -> c.path("timeline").size() == 1).path("standing").asString())
        .isEqualTo("OPEN");
    intake.tell("rs.handovers", id, handover.braked());
    JsonNode frozen = until(id, c -> c.path("standing").asString().equals("FROZEN"));
    assertThat(texts(frozen.path("timeline"), "type"))
        .containsExactly("handover.offered.v1", "handover.braked.v1");
    await()
        .untilAsserted(
            () ->
                assertThat(onCases(id)).last(STRING).contains("\"frozen\":true", "case.frozen.v1"));
  }

  @Test
  @Proves(8)
  void aSightingIsReadByTheTeamAndTravelsNowhere() {
    String id = opened("", "a");
    TrialHandover handover = TrialHandover.of(id);
    intake.tell("rs.handovers", id, handover.overdue());
    intake.tell("rs.handovers", id, handover.sighted("Planted at the ferry"));
    JsonNode seen = until(id, c -> c.path("sightings").size() == 1);
    assertThat(seen.path("sightings").toString()).contains("Planted at the ferry", handover.id);
    assertThat(seen.path("facts").toString()).doesNotContain("Planted");
    String task = seen.path("tasks").path(0).path("id").asString();
    assertThat(task).isEqualTo("READ_SIGHTING.handover." + handover.id);

    assertThat(ana.postNothing(path(id) + "/tasks/" + task + "/done").status()).isEqualTo(200);
    assertThat(ana.get(path(id)).json().path("tasks")).isEmpty();
    assertThat(ana.postNothing(path(id) + "/tasks/" + task + "/done").status()).isEqualTo(404);
    ana.postNothing(path(id) + "/freeze");
    await().untilAsserted(() -> assertThat(onCases(id)).last(STRING).contains("case.frozen.v1"));
    assertThat(String.join("", onCases(id))).doesNotContain("Planted at the ferry");
  }

  @Test
  void anAlertStandsInTheTimelineAndItsStopAsksForMore() {
    String id = opened("", "a");
    String alert = UUID.randomUUID().toString();
    intake.tell("rs.alerts", id, alert(id, alert));
    intake.tell(
        "rs.alerts",
        id,
        envelope(
            ChangeType.STOP_SET, new StopSnapshot("case." + id, StopScope.CASE, id, null, false)));
    JsonNode told = until(id, c -> c.path("timeline").size() == 2);
    assertThat(texts(told.path("timeline"), "subject"))
        .containsExactly("alert/" + alert, "stop/case." + id);
    assertThat(texts(told.path("tasks"), "kind")).containsExactly("FREEZE_CASE_TOO");
    ana.postNothing(path(id) + "/freeze");
    assertThat(ana.get(path(id)).json().path("tasks")).isEmpty();
  }

  @Test
  @Proves(11)
  void theCaseSaysWhichDeskSaidWhatAndAsksToCallWhenNoneDoes() {
    String id = opened("", "a");
    intake.tell("rs.alerts", id, notice(1, true, ChangeType.POLICE_NOTICE_UNANSWERED, "alert"));
    JsonNode rings = until(id, c -> c.path("timeline").size() == 1);
    assertThat(texts(rings.path("tasks"), "kind")).containsExactly("CALL_POLICE");

    intake.tell("rs.alerts", id, notice(2, false, ChangeType.POLICE_NOTICE_ACTING, "desk-1"));

    JsonNode acting = until(id, c -> c.path("timeline").size() == 2);
    assertThat(texts(acting.path("timeline"), "by")).containsExactly("alert", "desk-1");
    assertThat(texts(acting.path("timeline"), "type"))
        .containsExactly("police-notice.unanswered.v1", "police-notice.acting.v1");
    assertThat(acting.path("tasks")).isEmpty();
  }

  private static Envelope<?> notice(long version, boolean unanswered, ChangeType type, String by) {
    var told =
        new PoliceNoticeSnapshot(
            "7a6b5c4d-3e2f-81a0-9b8c-7d6e5f4a3b2c",
            "rs",
            false,
            NoticeStatus.ACTIVE,
            null,
            null,
            Set.of(),
            Map.of(),
            Says.EMPTY,
            unanswered,
            null);
    var change =
        new Change(
            version, type.text(), Instant.parse("2026-03-01T12:00:00Z").plusSeconds(version), by);
    return Envelope.of("rs", version, List.of(change), told).withoutFacts();
  }

  @Test
  @Proves(9)
  void anExerciseHandoverOfARealCaseIsPutAsideAndTheReaderGoesOn() {
    String id = opened("", "a");
    TrialHandover drill = TrialHandover.of(id).exercise();
    intake.tell("rs.handovers", id, drill.accepted(HandoverTask.READ_PROPOSAL));
    TrialHandover real = TrialHandover.of(id);
    intake.tell("rs.handovers", id, real.accepted());
    JsonNode now = until(id, c -> c.path("timeline").size() == 1);
    assertThat(texts(now.path("timeline"), "subject")).containsExactly("handover/" + real.id);
    assertThat(now.path("tasks")).isEmpty();
    await().untilAsserted(() -> assertThat(poison("rs.handovers")).contains("exercise-changed"));
    assertThat(intake.bean("handoversReader", TopicReader.class).staleAggregates()).isZero();
  }

  @Test
  @Proves({7, 8})
  void anErasedCaseLeavesItsTombstone() {
    String id = opened("\"person:person-marko\"", "Told and erased");
    intake.tell("rs.handovers", id, TrialHandover.of(id).sighted("Seen and erased"));
    until(id, c -> c.path("sightings").size() == 1);
    String retention = "{\"reason\":\"RETENTION_OVER\"}";
    assertThat(ana.post(path(id) + "/erase", retention).status()).isEqualTo(403);
    assertThat(intake.vera().post(path(id) + "/erase", "{\"reason\":\"because\"}").status())
        .isEqualTo(422);

    Answer first = intake.vera().post(path(id) + "/erase", retention);
    assertThat(first.json().path("standing").asString()).as("it is open").isEqualTo("OPEN");
    assertThat(texts(first.json().path("waiting"), "matter")).containsExactly("ERASE");
    String waiting = "/api/v1/cases?limit=200&waiting=";
    Person excluded = intake.person("marko", Role.OPERATOR);
    assertThat(texts(ana.get(waiting + "ERASE").json().path("cases"), "id")).contains(id);
    assertThat(texts(ana.get(waiting + "LIFT_FREEZE").json().path("cases"), "id"))
        .doesNotContain(id);
    assertThat(texts(excluded.get(waiting + "ERASE").json().path("cases"), "id"))
        .doesNotContain(id);
    assertThat(ana.get(waiting + "SOMETHING").status()).isEqualTo(422);
    assertThat(intake.vera().post(path(id) + "/erase", retention).problem())
        .isEqualTo("another-person-needed");
    Answer erased = intake.jelena().post(path(id) + "/erase", retention);
    assertThat(erased.status()).isEqualTo(200);
    assertThat(erased.json().path("standing").asString()).isEqualTo("ERASED");
    assertThat(ana.get(path(id)).problem()).isEqualTo("erased");
    Person marko = intake.person("marko", Role.OPERATOR);
    assertThat(marko.get(path(id)).status()).isEqualTo(404);
    assertThat(marko.postNothing(path(id) + "/freeze").status()).as("alike for all").isEqualTo(200);
    assertThat(intake.vera().post(path(id) + "/erase", "{\"reason\":\"RETENTION_OVER\"}").status())
        .isEqualTo(200);
    await()
        .untilAsserted(
            () ->
                assertThat(onCases(id))
                    .last(STRING)
                    .contains("\"status\":\"ERASED\"", "\"forgotten\":true"));
    assertThat(String.join("", onCases(id))).contains("case.erased.v1", "case.forgotten.v1");
    await()
        .untilAsserted(
            () -> assertThat(stored()).doesNotContain("Told and erased", "Seen and erased"));
    assertThat(texts(ana.get("/api/v1/cases?limit=200").json().path("cases"), "id"))
        .doesNotContain(id);
  }

  private static Envelope<?> alert(String caseId, String alert) {
    return envelope(
        ChangeType.ALERT_ISSUED,
        new AlertSnapshot(
            alert,
            caseId,
            "rs",
            false,
            AlertStatus.ACTIVE,
            Audience.VOLUNTEER,
            "authority-1",
            "jelena",
            "petar",
            TrialHandover.AT,
            1));
  }

  private static Envelope<?> envelope(ChangeType type, Snapshot snapshot) {
    var at = type == ChangeType.STOP_SET ? TrialHandover.AT.plusSeconds(1) : TrialHandover.AT;
    return Envelope.of("rs", 1, List.of(new Change(1, type.text(), at, "jelena")), snapshot);
  }

  private List<String> onCases(String id) {
    return intake.all("rs.cases").stream()
        .filter(each -> each.key().equals(id))
        .map(each -> new String(each.value(), UTF_8))
        .toList();
  }

  private List<String> poison(String topic) {
    return intake.all("rs.poison").stream()
        .filter(each -> header(each, "topic").equals(topic))
        .map(each -> header(each, "reason"))
        .toList();
  }

  private static String header(ConsumerRecord<String, byte[]> each, String name) {
    return new String(each.headers().lastHeader(name).value(), UTF_8);
  }

  private String stored() {
    var text = new StringBuilder();
    for (String collection : List.of("cases", "case-history")) {
      intake
          .bean(MongoDatabase.class)
          .getCollection(collection)
          .find()
          .forEach(document -> text.append(document.toJson()));
    }
    return text.toString();
  }
}
