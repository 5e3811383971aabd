package org.homeward.intake.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.intake.calls.CallsOf.CALLS;
import static org.homeward.intake.calls.CallsOf.PLAIN;
import static org.homeward.intake.calls.CallsOf.id;
import static org.homeward.intake.calls.CallsOf.ifMatch;
import static org.homeward.intake.calls.CallsOf.path;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.homeward.durable.recovery.EndsLine;
import org.homeward.durable.recovery.Replay;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A call over HTTP that is tied to a draft or a case: hidden, corrected and erased with it. */
class CallTiesIT {

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();
  private final Person marko = intake.person("marko", Role.OPERATOR);
  private final CallsOf calls = new CallsOf(ana);

  @Test
  void anEndedCallBelongsToACaseAfterAll() {
    String caseId = calls.opened("");
    Answer logged = calls.logged(", \"ended\": \"INFORMATION\"");

    Answer tied = calls.tied(logged, "case", caseId);

    assertThat(tied.status()).as(tied.text()).isEqualTo(200);
    JsonNode found = ana.get(path(logged)).json();
    assertThat(found.path("case").asString()).isEqualTo(caseId);
    assertThat(found.has("ended")).isFalse();
    assertThat(calls.ids("&case=" + caseId)).containsExactly(id(logged));
    assertThat(ana.post(path(logged) + "/end", "{\"ended\": \"PRANK\"}", ifMatch(tied)).text())
        .contains("call-tied");
  }

  @Test
  void aCallFollowsItsDraftIntoTheCase() {
    String draft = calls.draft("");
    Answer logged = calls.logged("");
    assertThat(calls.tied(logged, "draft", draft).status()).isEqualTo(200);

    calls.file(draft);

    await().untilAsserted(() -> assertThat(ana.get(path(logged)).json().has("case")).isTrue());
    String caseId = ana.get(path(logged)).json().path("case").asString();
    assertThat(calls.ids("&case=" + caseId)).containsExactly(id(logged));
  }

  @Test
  void aCallThatIsTiedToAFiledDraftBelongsToItsCaseAtOnce() {
    String draft = calls.draft("");
    calls.file(draft);
    Answer logged = calls.logged("");

    calls.tied(logged, "draft", draft);

    assertThat(ana.get(path(logged)).json().has("case")).isTrue();
  }

  @Test
  @Proves(6)
  void aCallIsAsHiddenAsItsCaseWheneverThatIsKeptFromSomebody() {
    String caseId = calls.opened("");
    Answer logged = calls.logged("");
    calls.tied(logged, "case", caseId);
    assertThat(marko.get(path(logged)).status()).isEqualTo(200);

    ana.post("/api/v1/cases/" + caseId + "/not-to", "{\"notTo\": [\"person:person-marko\"]}");

    assertThat(marko.get(path(logged)).status()).isEqualTo(404);
    assertThat(new CallsOf(marko).ids("")).doesNotContain(id(logged));
    assertThat(calls.ids("")).contains(id(logged));
    assertThat(marko.get(CALLS + "?case=" + caseId).status()).isEqualTo(404);
    assertThat(marko.post(path(logged) + "/end", "{\"ended\": \"PRANK\"}").status())
        .as("the look comes before If-Match")
        .isEqualTo(404);
  }

  @Test
  @Proves(6)
  void aCallIsAsHiddenAsItsDraftAndStaysSoWhenNoReportComesOfIt() {
    String draft = calls.draft(", \"notTo\": [\"person:person-marko\"]");
    Answer logged = calls.logged("");
    calls.tied(logged, "draft", draft);
    assertThat(marko.get(path(logged)).status()).isEqualTo(404);

    ana.postNothing("/api/v1/drafts/" + draft + "/discard", "If-Match: *");

    await().untilAsserted(() -> assertThat(ana.get(path(logged)).json().has("draft")).isFalse());
    assertThat(marko.get(path(logged)).status()).isEqualTo(404);
    assertThat(new CallsOf(marko).ids("")).doesNotContain(id(logged));
    assertThat(calls.ids("")).contains(id(logged));
  }

  @Test
  @Proves({6, 7})
  void aSupervisorCorrectsAWrongTieAndTheCallStaysHiddenAndIsErasedWithTheCase() {
    String wrong = calls.opened(", \"notTo\": [\"person:person-marko\"]");
    String right = calls.opened("");
    Answer logged = calls.logged("");
    Answer tied = calls.tied(logged, "case", wrong);
    String body = "{\"case\": \"%s\", \"reason\": \"two calls mixed up\"}".formatted(right);
    assertThat(ana.post(path(logged) + "/correct", body, ifMatch(tied)).status()).isEqualTo(403);

    Answer corrected = intake.jelena().post(path(logged) + "/correct", body, ifMatch(tied));

    assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
    JsonNode found = ana.get(path(logged)).json();
    assertThat(found.path("case").asString()).isEqualTo(right);
    assertThat(found.at("/corrected/0/by").asString()).isEqualTo("person-jelena");
    assertThat(calls.ids("&case=" + right)).containsExactly(id(logged));
    assertThat(marko.get(path(logged)).status()).isEqualTo(404);
    assertThat(new CallsOf(marko).ids("&case=" + right)).isEmpty();

    erase(wrong);
    await().untilAsserted(() -> assertThat(ana.get(path(logged)).status()).isEqualTo(404));
  }

  private Answer corrected(Answer tied, Answer logged, String right) {
    String body = "{\"case\": \"%s\", \"reason\": \"two calls mixed up\"}".formatted(right);
    Answer corrected = intake.jelena().post(path(logged) + "/correct", body, ifMatch(tied));
    assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
    return corrected;
  }

  @Test
  @Proves(6)
  void whoeverIsKeptFromTheWrongCaseLaterDoesNotLearnOfTheCorrectedCallEither() {
    String wrong = calls.opened("");
    String right = calls.opened("");
    Answer logged = calls.logged("");
    corrected(calls.tied(logged, "case", wrong), logged, right);
    assertThat(marko.get(path(logged)).status()).isEqualTo(200);

    ana.post("/api/v1/cases/" + wrong + "/not-to", "{\"notTo\": [\"person:person-marko\"]}");

    assertThat(marko.get(path(logged)).status()).isEqualTo(404);
    assertThat(new CallsOf(marko).ids("&case=" + right)).isEmpty();
    assertThat(new CallsOf(marko).ids("")).doesNotContain(id(logged));
    assertThat(ana.get(path(logged)).status()).isEqualTo(200);
  }

  @Test
  @Proves(7)
  void aCallThatWasTiedToADraftByMistakeIsErasedWithTheCaseOfThatDraft() {
    String draft = calls.draft("");
    Answer logged = calls.logged("");
    corrected(calls.tied(logged, "draft", draft), logged, calls.opened(""));

    erase(calls.file(draft));

    await().untilAsserted(() -> assertThat(ana.get(path(logged)).status()).isEqualTo(404));
  }

  @Test
  @Proves(6)
  void nobodyTiesACallToWhatIsKeptFromHim() {
    String hidden = calls.opened(", \"notTo\": [\"person:person-marko\"]");
    Answer logged = calls.logged("");
    String body = "{\"case\": \"%s\"}";

    Answer refused = marko.post(path(logged) + "/tie", body.formatted(hidden), ifMatch(logged));
    Answer unknown =
        marko.post(path(logged) + "/tie", body.formatted(UUID.randomUUID()), ifMatch(logged));

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.text()).isEqualTo(unknown.text());
    assertThat(ana.get(path(logged)).json().has("case")).isFalse();
  }

  @Test
  @Proves(9)
  void aRealCallIsNotTiedToAnExercise() {
    String exercise =
        ana.post("/api/v1/reports", PLAIN.replace("false", "true")).json().path("case").asString();

    Answer refused = calls.tied(calls.logged(""), "case", exercise);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text()).contains("exercise-and-real");
  }

  @Test
  @Proves(7)
  void nobodyErasesACallByTyingItToAnErasedCase() {
    String caseId = calls.opened("");
    erase(caseId);
    Answer logged = calls.logged("");

    Answer refused = calls.tied(logged, "case", caseId);

    assertThat(refused.status()).as(refused.text()).isEqualTo(410);
    assertThat(ana.get(path(logged)).json().has("case")).isFalse();
  }

  private void erase(String caseId) {
    String erase = "{\"reason\": \"COURT_ORDER\"}";
    intake.jelena().post("/api/v1/cases/" + caseId + "/erase", erase);
    intake.vera().post("/api/v1/cases/" + caseId + "/erase", erase);
  }

  @Test
  @Proves({7, 8})
  void anErasedCaseTakesItsCallsAlong() {
    String planted = "Planted-" + UUID.randomUUID();
    String caseId = calls.opened("");
    Answer logged = calls.logged(", \"note\": \"" + planted + "\"");
    calls.tied(logged, "case", caseId);

    erase(caseId);

    var database = intake.bean(MongoDatabase.class);
    await()
        .untilAsserted(
            () -> {
              for (String collection : new String[] {"calls", "call-history"}) {
                for (Document each : database.getCollection(collection).find()) {
                  assertThat(each.toJson()).doesNotContain(planted);
                }
              }
            });
    assertThat(ana.get(path(logged)).status()).isEqualTo(404);
    assertThat(calls.ids("")).doesNotContain(id(logged));
  }

  @Test
  @Proves(7)
  void aRestoreErasesACallAgainThatTheCopyHasWithoutItsCase() {
    Answer logged = calls.logged(", \"note\": \"of a case that was erased since\"");
    String gone = UUID.randomUUID().toString();
    var replay = intake.bean(Replay.class);
    var tied = new EndsLine(Instant.EPOCH, "call/" + id(logged), 2, "tied", Map.of("case", gone));
    var erased =
        new EndsLine(Instant.EPOCH, "case/" + gone, 3, "erase", Map.of("reason", "COURT_ORDER"));

    assertThat(replay.replay(tied)).isEqualTo(Replay.Replayed.KNOWN);
    assertThat(ana.get(path(logged)).status()).as("it may be all that is left").isEqualTo(200);
    replay.replay(erased);

    assertThat(ana.get(path(logged)).status()).isEqualTo(404);
  }

  @Test
  @Proves(7)
  void aRestoreErasesACallThatWasTiedToAnErasedCaseByMistake() {
    String wrong = calls.opened("");
    Answer logged = calls.logged("");
    var replay = intake.bean(Replay.class);
    var tied =
        new EndsLine(Instant.EPOCH, "call/" + id(logged), 2, "tied-before", Map.of("case", wrong));
    var gone = Map.of("reason", "COURT_ORDER");

    assertThat(replay.replay(tied)).isEqualTo(Replay.Replayed.DONE);
    assertThat(ana.get(path(logged)).json().has("case")).isFalse();
    replay.replay(new EndsLine(Instant.EPOCH, "case/" + wrong, 3, "erase", gone));

    assertThat(ana.get(path(logged)).status()).isEqualTo(404);
  }

  @Test
  @Proves(6)
  void aRestoreTiesACallAgainToTheCaseThatItIsHiddenWith() {
    String caseId = calls.opened(", \"notTo\": [\"person:person-marko\"]");
    Answer logged = calls.logged("");
    var tied = new EndsLine(Instant.EPOCH, "call/" + id(logged), 2, "tied", Map.of("case", caseId));

    assertThat(intake.bean(Replay.class).replay(tied)).isEqualTo(Replay.Replayed.DONE);
    assertThat(intake.bean(Replay.class).replay(tied)).isEqualTo(Replay.Replayed.KNOWN);

    assertThat(marko.get(path(logged)).status()).isEqualTo(404);
  }

  @Test
  void aTieNamesOneThing() {
    Answer logged = calls.logged("");
    for (String body :
        new String[] {"{}", "{\"draft\": \"%1$s\", \"case\": \"%1$s\"}", "{\"case\": 7}"}) {
      assertThat(
              ana.post(path(logged) + "/tie", body.formatted(UUID.randomUUID()), ifMatch(logged))
                  .status())
          .isEqualTo(422);
    }
    assertThat(calls.tied(logged, "case", "../../x").status()).isEqualTo(404);
  }
}
