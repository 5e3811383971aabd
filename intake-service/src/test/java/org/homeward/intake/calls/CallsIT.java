package org.homeward.intake.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The call log over HTTP: logged, ended, tied, hidden, erased. */
class CallsIT {

  private static final String CALLS = "/api/v1/calls";
  private static final String PLAIN =
      "{\"exercise\": false, \"channel\": \"PHONE\", \"newChildren\": [{}]}";

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();
  private final Person marko = intake.person("marko", Role.OPERATOR);

  private Answer logged(String more) {
    Answer logged =
        ana.post(
            CALLS, "{\"exercise\": false, \"direction\": \"IN\", \"answered\": true" + more + "}");
    assertThat(logged.status()).as(logged.text()).isEqualTo(201);
    return logged;
  }

  private static String path(Answer logged) {
    return logged.all("Location").getFirst();
  }

  private static String id(Answer logged) {
    return logged.json().path("call").asString();
  }

  private static String ifMatch(Answer answer) {
    return "If-Match: " + answer.all("ETag").getFirst();
  }

  private Answer tied(Answer logged, String kind, String id) {
    return ana.post(path(logged) + "/tie", "{\"%s\": \"%s\"}".formatted(kind, id), ifMatch(logged));
  }

  private String opened(String more) {
    Answer opened = ana.post("/api/v1/reports", PLAIN.replace("}]}", "}]" + more + "}"));
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    return opened.json().path("case").asString();
  }

  private String draft(String more) {
    Answer opened =
        ana.post("/api/v1/drafts", "{\"exercise\": false, \"channel\": \"PHONE\"" + more + "}");
    return opened.json().path("draft").asString();
  }

  private void file(String draft) {
    Answer filed =
        ana.post("/api/v1/reports", PLAIN.replace("}]}", "}], \"draft\": \"" + draft + "\"}"));
    assertThat(filed.status()).as(filed.text()).isEqualTo(201);
  }

  private static List<String> ids(Person person, String query) {
    List<String> ids = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = person.get(CALLS + "?limit=200" + query + after).json();
      page.path("calls").forEach(each -> ids.add(each.path("call").asString()));
      after = page.has("next") ? "&after=" + page.path("next").asString() : "";
    } while (!after.isEmpty());
    return ids;
  }

  @Test
  void aCallIsLoggedBeforeThereIsACaseAndTheTeamFindsItAsItWasTyped() {
    Answer logged =
        logged(
            """
            , "line": "116000", "number": "+381 64 <b>1", "note": "line one\\nline \\"two\\" & ¿" \
            """);

    JsonNode found = marko.get(path(logged)).json();

    assertThat(found.path("number").asString()).isEqualTo("+381 64 <b>1");
    assertThat(found.path("note").asString()).isEqualTo("line one\nline \"two\" & ¿");
    assertThat(found.path("loggedBy").asString()).isEqualTo("person-ana");
    assertThat(found.has("ended") || found.has("case") || found.has("draft")).isFalse();
    assertThat(ids(marko, "").getFirst()).isEqualTo(id(logged));
  }

  @Test
  void theNewestCallStandsFirstWhenItIsLoggedLateToo() {
    Instant hourAgo = Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    Answer now = logged("");
    Answer earlier = logged(", \"at\": \"" + hourAgo + "\"");

    List<String> ids = ids(ana, "");

    assertThat(ids.indexOf(id(now))).isLessThan(ids.indexOf(id(earlier)));
    assertThat(ana.get(CALLS + "?after=x").status()).isEqualTo(422);
  }

  @Test
  void aCallThatIsNoCaseEndsThereAndEndsAgainInAnotherWay() {
    Answer logged = logged("");

    Answer ended = ana.post(path(logged) + "/end", "{\"ended\": \"NO_REQUEST\"}", ifMatch(logged));
    Answer late = marko.post(path(logged) + "/end", "{\"ended\": \"PRANK\"}", ifMatch(logged));
    Answer corrected =
        marko.post(path(logged) + "/end", "{\"ended\": \"JOB_OFFER_CHECK\"}", ifMatch(ended));

    assertThat(ended.status()).as(ended.text()).isEqualTo(200);
    assertThat(late.status()).isEqualTo(412);
    assertThat(corrected.status()).isEqualTo(200);
    assertThat(ana.get(path(logged)).json().path("ended").asString()).isEqualTo("JOB_OFFER_CHECK");
    assertThat(ana.post(path(logged) + "/end", "{\"ended\": \"PRANK\"}").status()).isEqualTo(428);
  }

  @Test
  void twoPressesLogOneCall() {
    String key = UUID.randomUUID().toString();
    String body = "{\"exercise\": false, \"direction\": \"OUT\", \"answered\": false}";

    Answer first = ana.repeat(CALLS, body, key);
    Answer second = ana.repeat(CALLS, body, key);

    assertThat(second.status()).isEqualTo(201);
    assertThat(id(second)).isEqualTo(id(first));
    assertThat(ana.repeat(CALLS, body.replace("OUT", "IN"), key).status()).isEqualTo(422);
  }

  @Test
  void anEndedCallBelongsToACaseAfterAll() {
    String caseId = opened("");
    Answer logged = logged(", \"ended\": \"INFORMATION\"");

    Answer tied = tied(logged, "case", caseId);

    assertThat(tied.status()).as(tied.text()).isEqualTo(200);
    JsonNode found = ana.get(path(logged)).json();
    assertThat(found.path("case").asString()).isEqualTo(caseId);
    assertThat(found.has("ended")).isFalse();
    assertThat(ids(ana, "&case=" + caseId)).containsExactly(id(logged));
    assertThat(ana.post(path(logged) + "/end", "{\"ended\": \"PRANK\"}", ifMatch(tied)).text())
        .contains("call-tied");
  }

  @Test
  void aCallFollowsItsDraftIntoTheCase() {
    String draft = draft("");
    Answer logged = logged("");
    assertThat(tied(logged, "draft", draft).status()).isEqualTo(200);

    file(draft);

    await().untilAsserted(() -> assertThat(ana.get(path(logged)).json().has("case")).isTrue());
    String caseId = ana.get(path(logged)).json().path("case").asString();
    assertThat(ids(ana, "&case=" + caseId)).containsExactly(id(logged));
  }

  @Test
  void aCallThatIsTiedToAFiledDraftBelongsToItsCaseAtOnce() {
    String draft = draft("");
    file(draft);
    Answer logged = logged("");

    tied(logged, "draft", draft);

    assertThat(ana.get(path(logged)).json().has("case")).isTrue();
  }

  @Test
  @Proves(6)
  void aCallIsAsHiddenAsItsCaseWheneverThatIsKeptFromSomebody() {
    String caseId = opened("");
    Answer logged = logged("");
    tied(logged, "case", caseId);
    assertThat(marko.get(path(logged)).status()).isEqualTo(200);

    ana.post("/api/v1/cases/" + caseId + "/not-to", "{\"notTo\": [\"person:person-marko\"]}");

    assertThat(marko.get(path(logged)).status()).isEqualTo(404);
    assertThat(ids(marko, "")).doesNotContain(id(logged));
    assertThat(ids(ana, "")).contains(id(logged));
    assertThat(marko.get(CALLS + "?case=" + caseId).status()).isEqualTo(404);
    assertThat(marko.post(path(logged) + "/end", "{\"ended\": \"PRANK\"}").status())
        .as("the look comes before If-Match")
        .isEqualTo(404);
  }

  @Test
  @Proves(6)
  void aCallIsAsHiddenAsItsDraftAndStaysSoWhenNoReportComesOfIt() {
    String draft = draft(", \"notTo\": [\"person:person-marko\"]");
    Answer logged = logged("");
    tied(logged, "draft", draft);
    assertThat(marko.get(path(logged)).status()).isEqualTo(404);

    ana.postNothing("/api/v1/drafts/" + draft + "/discard", "If-Match: *");

    await().untilAsserted(() -> assertThat(ana.get(path(logged)).json().has("draft")).isFalse());
    assertThat(marko.get(path(logged)).status()).isEqualTo(404);
    assertThat(ids(marko, "")).doesNotContain(id(logged));
    assertThat(ids(ana, "")).contains(id(logged));
  }

  @Test
  @Proves(6)
  void nobodyTiesACallToWhatIsKeptFromHim() {
    String hidden = opened(", \"notTo\": [\"person:person-marko\"]");
    Answer logged = logged("");
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

    Answer refused = tied(logged(""), "case", exercise);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text()).contains("exercise-and-real");
  }

  @Test
  @Proves(7)
  void nobodyErasesACallByTyingItToAnErasedCase() {
    String caseId = opened("");
    erase(caseId);
    Answer logged = logged("");

    Answer refused = tied(logged, "case", caseId);

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
    String caseId = opened("");
    Answer logged = logged(", \"note\": \"" + planted + "\"");
    tied(logged, "case", caseId);

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
    assertThat(ids(ana, "")).doesNotContain(id(logged));
  }

  @Test
  @Proves(7)
  void aRestoreErasesACallAgainThatTheCopyHasWithoutItsCase() {
    Answer logged = logged(", \"note\": \"of a case that was erased since\"");
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
  @Proves(6)
  void aRestoreTiesACallAgainToTheCaseThatItIsHiddenWith() {
    String caseId = opened(", \"notTo\": [\"person:person-marko\"]");
    Answer logged = logged("");
    var tied = new EndsLine(Instant.EPOCH, "call/" + id(logged), 2, "tied", Map.of("case", caseId));

    assertThat(intake.bean(Replay.class).replay(tied)).isEqualTo(Replay.Replayed.DONE);
    assertThat(intake.bean(Replay.class).replay(tied)).isEqualTo(Replay.Replayed.KNOWN);

    assertThat(marko.get(path(logged)).status()).isEqualTo(404);
  }

  @Test
  @Proves(10)
  void aLookAndAListAreRecorded() {
    Answer logged = logged("");
    String login = "listener-" + UUID.randomUUID();
    Person reader = intake.person(login, Role.SUPERVISOR);

    reader.get(path(logged));
    reader.get(CALLS + "?limit=200");

    assertThat(
            intake
                .bean(MongoDatabase.class)
                .getCollection("audit")
                .countDocuments(
                    Filters.and(
                        Filters.eq("fields.reader", "person-" + login),
                        Filters.eq("fields.subjects", id(logged)))))
        .isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                                       | required
          {"exercise": 1, "direction": "IN", "answered": true}                     | wrong-type
          {"exercise": false, "direction": "UP", "answered": true}                 | unknown-code
          {"exercise": false, "direction": "IN", "answered": true, "line": "<b>"}  | wrong-form
          {"exercise": false, "direction": "IN", "answered": true, "note": "\\u0007"} | control-character
          {"exercise": false, "direction": "IN", "answered": true, "number": " "}  | blank
          {"exercise": false, "direction": "IN", "answered": true, "ended": "CASE"} | unknown-code
          {"exercise": false, "direction": "IN", "answered": true, "x": 1}         | unknown-field
          {"exercise": false, "direction": "IN", "answered": true, "at": "2999-01-01T00:00:00Z"} | in-future
          {"exercise": false, "direction": "IN", "answered": true, "at": "2001-01-01T00:00:00Z"} | too-long-ago
          """)
  void badInputIsRefusedWithItsPlaceAndNotRepeated(String body, String rule) {
    Answer refused = ana.post(CALLS, body);

    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.text()).contains(rule).doesNotContain("<b>", "2999");
  }

  @Test
  void aTieNamesOneThing() {
    Answer logged = logged("");
    for (String body :
        new String[] {"{}", "{\"draft\": \"%1$s\", \"case\": \"%1$s\"}", "{\"case\": 7}"}) {
      assertThat(
              ana.post(path(logged) + "/tie", body.formatted(UUID.randomUUID()), ifMatch(logged))
                  .status())
          .isEqualTo(422);
    }
    assertThat(tied(logged, "case", "../../x").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AUTHORITY", "POLICE", "PARTNER_DESK", "DPO", "ADMIN"})
  void nobodyButTheTeamFindsCalls(Role role) {
    Person other = intake.person("other", role);

    assertThat(other.get(CALLS).status()).isEqualTo(403);
    assertThat(other.get(path(logged(""))).status()).isEqualTo(403);
  }
}
