package org.homeward.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.intake.staff.KnowStaff;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialHandover;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.snapshots.DeskSnapshot;
import org.homeward.schema.snapshots.StopScope;
import org.homeward.schema.snapshots.StopSnapshot;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Freezes are lifted and brakes answered, over the wire. */
class LiftsIT {

  private static final String FIRST = "{\"freeze\": 1, \"reason\": \"it was another child\"}";
  private static final String SECOND = "{\"freeze\": 2, \"reason\": \"it was another child\"}";
  private static final String ANSWER = "\"reason\": \"called them; they had a mistaken number\"}";

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();
  private final Person jelena = intake.jelena();
  private final Person petar = intake.petar();
  private final JsonNode opened =
      ana.post("/api/v1/reports", "{\"exercise\":false,\"channel\":\"PHONE\",\"newChildren\":[{}]}")
          .json();
  private final String id = opened.path("case").asString();
  private final String path = "/api/v1/cases/" + id;
  private final TrialHandover handover = TrialHandover.of(id);

  private JsonNode until(Predicate<JsonNode> reached) {
    return await()
        .until(() -> ana.get(path), a -> a.status() == 200 && reached.test(a.json()))
        .json();
  }

  private static boolean isFrozen(JsonNode json) {
    return json.path("standing").asString().equals("FROZEN");
  }

  private static List<String> kinds(JsonNode json) {
    return json.path("tasks").valueStream().map(task -> task.path("kind").asString()).toList();
  }

  private String lastEvent() {
    return intake.all("rs.cases").stream()
        .filter(each -> each.key().equals(id))
        .map(each -> new String(each.value(), UTF_8))
        .toList()
        .getLast();
  }

  @Test
  @Proves(4)
  void twoPersonsLiftTheFreezeThatTheyName() {
    ana.post(path + "/children/" + opened.path("children").path(0).asString() + "/located", "");
    JsonNode frozen = ana.get(path).json();
    assertThat(frozen.path("freeze").path("number").asInt()).isEqualTo(1);
    assertThat(ana.post(path + "/freeze/lift", FIRST).status()).isEqualTo(403);
    assertThat(jelena.post(path + "/freeze/lift", "{\"freeze\": 1}").status()).isEqualTo(422);
    assertThat(jelena.post(path + "/freeze/lift", SECOND).problem()).isEqualTo("other-freeze");

    Answer waits = jelena.post(path + "/freeze/lift", FIRST);
    assertThat(isFrozen(waits.json())).isTrue();
    assertThat(waits.json().path("waiting").path(0).path("matter").asString())
        .isEqualTo("LIFT_FREEZE");
    assertThat(jelena.post(path + "/freeze/lift", FIRST).problem())
        .isEqualTo("another-person-needed");
    assertThat(ana.get(path).json().path("words").path(0).path("reason").asString())
        .isEqualTo("it was another child");

    assertThat(petar.post(path + "/freeze/lift", FIRST).json().path("standing").asString())
        .isEqualTo("OPEN");
    JsonNode lifted = ana.get(path).json();
    assertThat(lifted.has("words")).isFalse();
    assertThat(lifted.path("lifts")).hasSize(1);
    assertThat(lifted.path("children").toString()).contains("MISSING");
    await()
        .untilAsserted(
            () -> assertThat(lastEvent()).contains("case.lifted.v1", "\"frozen\":false"));
  }

  @Test
  @Proves(4)
  void aFreezeBetweenTheTwoWordsMakesTheFirstVoid() {
    ana.postNothing(path + "/freeze");
    jelena.post(path + "/freeze/lift", FIRST);
    ana.postNothing(path + "/freeze");
    assertThat(isFrozen(petar.post(path + "/freeze/lift", FIRST).json())).isTrue();
    assertThat(jelena.post(path + "/freeze/lift", FIRST).json().path("standing").asString())
        .isEqualTo("OPEN");
    ana.postNothing(path + "/freeze");
    assertThat(petar.post(path + "/freeze/lift", FIRST).problem()).isEqualTo("other-freeze");
    assertThat(ana.get(path).json().path("freeze").path("number").asInt()).isEqualTo(2);
  }

  @Test
  @Proves({2, 4})
  void afterALiftThePartnersOldBrakeFreezesNothing() {
    intake.tell("rs.handovers", id, handover.braked(true));
    until(LiftsIT::isFrozen);
    jelena.post(path + "/freeze/lift", FIRST);
    petar.post(path + "/freeze/lift", FIRST);
    intake.tell("rs.handovers", id, handover.sighted("at the ferry"));
    assertThat(isFrozen(until(c -> c.path("sightings").size() == 1))).isFalse();
    intake.tell("rs.handovers", id, handover.braked(true));
    assertThat(until(LiftsIT::isFrozen).path("freeze").path("number").asInt()).isEqualTo(2);
  }

  @Test
  @Proves({4, 11})
  void aPartnersWordAloneHoldsUntilASupervisorAnswers() {
    intake.tell("rs.handovers", id, handover.braked(false));
    JsonNode braked = until(c -> c.path("braked").asBoolean(false));
    assertThat(braked.path("standing").asString()).isEqualTo("OPEN");
    assertThat(kinds(braked)).containsExactly("ANSWER_BRAKE");
    await().untilAsserted(() -> assertThat(lastEvent()).contains("\"braked\":true"));
    String one = "{\"brakes\": " + braked.path("brakes") + ", " + ANSWER;
    assertThat(ana.post(path + "/brake/end", one).status()).isEqualTo(403);
    assertThat(petar.post(path + "/brake/end", one).status()).isEqualTo(403);
    assertThat(jelena.post(path + "/brake/end", "{" + ANSWER).status()).isEqualTo(422);

    intake.tell("rs.handovers", id, handover.braked(false));
    JsonNode again = until(c -> !c.path("brakes").equals(braked.path("brakes")));
    Answer ended = jelena.post(path + "/brake/end", one);
    assertThat(ended.status()).isEqualTo(200);
    assertThat(ended.json().path("braked").asBoolean(false)).as("one came in between").isTrue();
    String both = "{\"brakes\": " + again.path("brakes") + ", " + ANSWER;
    assertThat(jelena.post(path + "/brake/end", both).json().has("braked")).isFalse();
    JsonNode answered = ana.get(path).json();
    assertThat(answered.has("braked")).isFalse();
    assertThat(kinds(answered)).isEmpty();
    assertThat(answered.path("brakeEnds")).hasSize(2);
    await()
        .untilAsserted(() -> assertThat(lastEvent()).asInstanceOf(STRING).doesNotContain("braked"));
    intake.tell("rs.handovers", id, handover.braked(false));
    until(c -> c.path("braked").asBoolean(false));
  }

  @Test
  @Proves(6)
  void moreAreKeptFromItAtAnyTimeAndTwoPersonsShowItAgain() {
    Person marko = intake.person("marko", Role.OPERATOR);
    assertThat(marko.get(path).status()).isEqualTo(200);
    String named = "{\"notTo\": [\"person:person-marko\", \"country:RS\"]}";
    assertThat(ana.post(path + "/not-to", named).status()).isEqualTo(200);
    assertThat(marko.get(path).status()).isEqualTo(404);
    assertThat(ana.get(path).status()).as("the country does not bind its own team").isEqualTo(200);
    await().untilAsserted(() -> assertThat(lastEvent()).contains("person:person-marko"));
    assertThat(ana.post(path + "/not-to", "{\"notTo\": [\"desk:novi-sad\"]}").problem())
        .isEqualTo("supervisor-required");
    intake.vera().get(path);
    jelena.get(path);
    assertThat(ana.post(path + "/not-to", "{\"notTo\": [\"person:person-vera\"]}").problem())
        .isEqualTo("supervisor-required");
    String officers =
        intake.bean(KnowStaff.class).now().officers().stream()
            .map(each -> "\"person:" + each + "\"")
            .collect(Collectors.joining(", "));
    assertThat(jelena.post(path + "/not-to", "{\"notTo\": [" + officers + "]}").problem())
        .isEqualTo("nobody-would-remain");

    String again = "{\"notTo\": [\"person:person-marko\"], \"reason\": \"another of this name\"}";
    assertThat(jelena.post(path + "/not-to/lift", again).status()).isEqualTo(200);
    assertThat(marko.get(path).status()).isEqualTo(404);
    assertThat(intake.vera().post(path + "/not-to/lift", again).status()).isEqualTo(200);
    assertThat(marko.get(path).status()).isEqualTo(200);
  }

  @Test
  @Proves(4)
  void aStopOfTheWholeNodeBetweenTheTwoWordsMakesTheFirstVoid() {
    ana.postNothing(path + "/freeze");
    jelena.post(path + "/freeze/lift", FIRST);
    stopsTheNode(1, false);
    assertThat(isFrozen(petar.post(path + "/freeze/lift", FIRST).json())).isTrue();
    stopsTheNode(2, true);
    assertThat(jelena.post(path + "/freeze/lift", FIRST).json().path("standing").asString())
        .as("the end of that stop voids nothing")
        .isEqualTo("OPEN");

    ana.postNothing(path + "/freeze");
    petar.post(path + "/freeze/lift", SECOND);
    stopsTheNode(1, false);
    stopsTheNode(3, false);
    assertThat(isFrozen(jelena.post(path + "/freeze/lift", SECOND).json())).isTrue();
  }

  /** Returns when it was read. */
  private void stopsTheNode(long version, boolean lifted) {
    ChangeType type = lifted ? ChangeType.STOP_LIFTED : ChangeType.STOP_SET;
    var stop = new StopSnapshot("node", StopScope.NODE, null, null, lifted);
    intake.tell("rs.alerts", "node", TrialIntake.told(version, type, stop));
    String marker = UUID.randomUUID().toString();
    intake.tell(
        "rs.alerts",
        "node",
        TrialIntake.told(
            1,
            ChangeType.DESK_REGISTERED,
            new DeskSnapshot(marker, "M", Set.of("RS"), false, false, null, null)));
    await()
        .until(
            () -> intake.vera().get("/api/v1/tasks?limit=200").text().contains("desk/" + marker));
  }
}
