package org.homeward.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.function.Predicate;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialHandover;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.schema.event.Envelope;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Cases of another node: from its release to the tombstone. */
class ForeignCasesIT {

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();
  private final TrialHandover handover = TrialHandover.held();
  private final String path = "/api/v1/cases/" + handover.caseId;

  private void tell(Envelope<?>... told) {
    for (Envelope<?> each : told) {
      intake.tell("rs.handovers", handover.caseId, each);
    }
  }

  private Answer until(Predicate<Answer> reached) {
    return await().until(() -> ana.get(path), reached);
  }

  private Answer untilSays(String words) {
    return until(answer -> answer.status() == 200 && answer.text().contains(words));
  }

  private List<String> onCases() {
    return intake.all("rs.cases").stream()
        .filter(each -> each.key().equals(handover.caseId))
        .map(each -> new String(each.value(), UTF_8))
        .toList();
  }

  private Answer release(Answer seen) {
    String report = seen.json().path("reports").path(0).path("id").asString();
    return ana.post(
        path + "/reports/" + report + "/release",
        "{\"desk\": \"desk-novi-sad\", \"basis\": \"PUBLIC_TASK\"}",
        "If-Match: " + seen.header("ETag"));
  }

  @Test
  @Proves({5, 12})
  void itArrivesHeldIsReleasedByAPersonHereAndIsOtherwiseReadOnly() {
    tell(handover.offered(), handover.released("Planted by the sea"));
    Answer held = untilSays("Planted by the sea");
    JsonNode json = held.json();
    assertThat(json.path("home").asString()).isEqualTo("gr");
    assertThat(json.path("handover").asString()).isEqualTo(handover.id);
    assertThat(json.path("reports").path(0).path("channel").asString()).isEqualTo("PARTNER");
    assertThat(json.path("reports").path(0).path("policeRelease").path("status").asString())
        .isEqualTo("HELD");
    assertThat(String.join("", onCases())).doesNotContain("Planted");

    assertThat(ana.post(path + "/reports", "{\"exercise\":false,\"channel\":\"PHONE\"}").problem())
        .isEqualTo("not-the-owner");
    assertThat(intake.vera().post(path + "/erase", "{\"reason\":\"SUBJECT_REQUEST\"}").problem())
        .isEqualTo("not-the-owner");

    assertThat(release(held).status()).isEqualTo(200);
    await()
        .untilAsserted(
            () ->
                assertThat(onCases())
                    .last(STRING)
                    .contains("Planted by the sea", "\"home\":\"gr\""));
    tell(handover.synced("Moved to the hills"));
    JsonNode synced = untilSays("Moved to the hills").json();
    assertThat(synced.path("reports").path(0).path("policeRelease").path("status").asString())
        .isEqualTo("RELEASED");
    assertThat(synced.toString()).doesNotContain("Planted by the sea");
  }

  @Test
  void itIsFrozenAndEndedByItsOwner() {
    tell(handover.released("a"), handover.frozen("b"));
    until(a -> a.status() == 200 && a.json().path("standing").asString().equals("FROZEN"));
    tell(handover.ended("c"));
    until(a -> a.status() == 200 && a.json().path("standing").asString().equals("ENDED"));
  }

  @Test
  @Proves({7, 8})
  void aRecallLeavesTheTombstoneOnlyInWhateverOrderItComes() {
    Envelope<?> released = handover.released("Gone with the recall");
    tell(released);
    Answer held = untilSays("Gone with the recall");
    assertThat(release(held).status()).isEqualTo(200);
    tell(handover.recalled());
    assertThat(until(answer -> answer.status() == 410).problem()).isEqualTo("erased");
    tell(released, handover.synced("Late"));
    await()
        .untilAsserted(
            () -> assertThat(onCases()).last(STRING).contains("ERASED", "\"forgotten\":true"));
    await().untilAsserted(() -> assertThat(stored()).doesNotContain("Gone with the recall"));
    assertThat(ana.get(path).status()).isEqualTo(410);
    assertThat(intake.person("jelena", Role.SUPERVISOR).postNothing(path + "/freeze").status())
        .as("alike for every id")
        .isEqualTo(200);
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
