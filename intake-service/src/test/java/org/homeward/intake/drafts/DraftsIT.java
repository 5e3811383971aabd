package org.homeward.intake.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Drafts over HTTP: saved, found again, filed, discarded. */
class DraftsIT {

  private static final String DRAFTS = "/api/v1/drafts";
  private static final String WORDS =
      """
      {"channel": "PHONE", "danger": "YES", "typed": {"/newChildren/0/names/0/full": "%s",
       "/says/lastSeen/place/locality": "Novi Sa"}}""";

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();
  private final Person marko = intake.person("marko", Role.OPERATOR);

  private Answer opened() {
    Answer opened = ana.post(DRAFTS, "{\"exercise\": false, \"channel\": \"PHONE\"}");
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    return opened;
  }

  private static String path(Answer opened) {
    return opened.all("Location").getFirst();
  }

  private static String ifMatch(Answer answer) {
    return "If-Match: " + answer.all("ETag").getFirst();
  }

  private static String report(String draft) {
    return """
    {"exercise": false, "channel": "PHONE", "newChildren": [{}], "says": {}, "draft": "%s"}"""
        .formatted(draft);
  }

  private static String id(Answer opened) {
    return opened.json().path("draft").asString();
  }

  private List<JsonNode> lines(Person person, int limit) {
    List<JsonNode> lines = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = person.get(DRAFTS + "?limit=" + limit + after).json();
      page.path("drafts").forEach(lines::add);
      after = page.has("next") ? "&after=" + page.path("next").asString() : "";
    } while (!after.isEmpty());
    return lines;
  }

  private Optional<JsonNode> line(Person person, String draft) {
    return lines(person, 200).stream()
        .filter(line -> line.path("draft").asString().equals(draft))
        .findFirst();
  }

  @Test
  void anEmptyDraftIsOneAndTheWholeTeamFindsItAsItWasTyped() {
    Answer opened = opened();
    String half = "Ana <b>\"'& ¿ \\u202e 1.13.";
    Answer saved =
        ana.put(path(opened), WORDS.formatted(half.replace("\"", "\\\"")), ifMatch(opened));
    assertThat(saved.status()).as(saved.text()).isEqualTo(200);

    JsonNode found = marko.get(path(opened)).json();

    assertThat(found.at("/typed/~1newChildren~10~1names~10~1full").asString())
        .isEqualTo(half.replace("\\u202e", "\u202e"));
    assertThat(found.path("danger").asString()).isEqualTo("YES");
    assertThat(found.path("savedBy").asString()).isEqualTo("person-ana");
    JsonNode line = line(marko, id(opened)).orElseThrow();
    assertThat(line.path("childName").asString()).isEqualTo(half.replace("\\u202e", "\u202e"));
    assertThat(line.toString()).doesNotContain("typed", "Novi Sa");
  }

  @Test
  void ofTwoWhoTypeTheSecondIsToldAndARepetitionIsNot() {
    Answer opened = opened();
    String words = WORDS.formatted("Milica");

    Answer first = ana.put(path(opened), words, ifMatch(opened));
    Answer again = ana.put(path(opened), words, ifMatch(opened));
    Answer other = marko.put(path(opened), WORDS.formatted("Milan"), ifMatch(opened));

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.all("ETag")).isEqualTo(first.all("ETag"));
    assertThat(other.status()).isEqualTo(412);
    assertThat(ana.put(path(opened), words).status()).isEqualTo(428);
  }

  @Test
  @Proves(10)
  void aLookAtADraftIsRecorded() {
    Answer opened = opened();
    String login = "reader-" + UUID.randomUUID();

    intake.person(login, Role.SUPERVISOR).get(path(opened));

    Document look =
        intake
            .bean(MongoDatabase.class)
            .getCollection("audit")
            .find(Filters.eq("fields.reader", "person-" + login))
            .first();
    assertThat(look).isNotNull();
    assertThat(look.get("fields", Document.class).getList("subjects", String.class))
        .containsExactly(id(opened));
  }

  @Test
  @Proves(6)
  void whatTheTeamMayNotReadHasNoPlaceInADraft() {
    for (String field : new String[] {"/says/childWords/text", "/says/shelter"}) {
      Answer refused =
          ana.post(
              DRAFTS,
              """
              {"exercise": false, "channel": "PHONE", "typed": {"%s": "planted"}}"""
                  .formatted(field));
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.text()).contains("not-in-a-draft").doesNotContain("planted");
    }
  }

  @Test
  void aFiledDraftIsACaseAndNoDraftAnyMore() {
    Answer opened = opened();
    String key = UUID.randomUUID().toString();

    Answer filed = marko.repeat("/api/v1/reports", report(id(opened)), key);
    Answer again = marko.repeat("/api/v1/reports", report(id(opened)), key);

    assertThat(filed.status()).as(filed.text()).isEqualTo(201);
    String caseId = filed.json().path("case").asString();
    assertThat(again.json().path("case").asString()).isEqualTo(caseId);
    assertThat(line(marko, id(opened))).isEmpty();
    Answer gone = ana.get(path(opened));
    assertThat(gone.status()).isEqualTo(410);
    assertThat(gone.json().path("case").asString()).isEqualTo(caseId);
    assertThat(ana.post("/api/v1/reports", report(id(opened))).status())
        .as("no second case comes of it")
        .isEqualTo(410);
    assertThat(ana.put(path(opened), WORDS.formatted("late"), "If-Match: *").status())
        .isEqualTo(410);
  }

  @Test
  void aDraftJoinsACase() {
    String caseId =
        ana.post(
                "/api/v1/reports",
                "{\"exercise\": false, \"channel\": \"PHONE\", \"newChildren\": [{}]}")
            .json()
            .path("case")
            .asString();
    Answer opened = opened();

    Answer joined =
        ana.post(
            "/api/v1/cases/" + caseId + "/reports",
            "{\"exercise\": false, \"channel\": \"PHONE\", \"draft\": \"%s\"}"
                .formatted(id(opened)));

    assertThat(joined.status()).as(joined.text()).isEqualTo(201);
    assertThat(ana.get(path(opened)).json().path("case").asString()).isEqualTo(caseId);
  }

  @Test
  void aReportThatIsRefusedLeavesTheDraftOpen() {
    Answer opened = opened();

    Answer refused =
        ana.post(
            "/api/v1/cases/" + UUID.randomUUID() + "/reports",
            "{\"exercise\": false, \"channel\": \"PHONE\", \"draft\": \"%s\"}"
                .formatted(id(opened)));

    assertThat(refused.status()).isEqualTo(404);
    assertThat(ana.get(path(opened)).status()).isEqualTo(200);
    assertThat(ana.post("/api/v1/reports", report(UUID.randomUUID().toString())).status())
        .isEqualTo(404);
  }

  private Answer keptFromMarko() {
    return ana.post(
        DRAFTS,
        """
        {"exercise": false, "notTo": ["person:person-marko"], "typed": {"/says/notes/text": "x"}}""");
  }

  @Test
  @Proves(6)
  void aRelativeOnTheStaffFindsNoDraftThatIsKeptFromHim() {
    Answer opened = keptFromMarko();
    assertThat(line(ana, id(opened))).isPresent();
    assertThat(line(marko, id(opened))).isEmpty();

    assertThat(marko.get(path(opened)).status()).isEqualTo(404);
    assertThat(marko.put(path(opened), "{}", "If-Match: *").status()).isEqualTo(404);
    assertThat(marko.postNothing(path(opened) + "/discard", "If-Match: *").status()).isEqualTo(404);
    assertThat(marko.post("/api/v1/reports", report(id(opened))).status()).isEqualTo(404);

    Answer saved = ana.put(path(opened), "{}", ifMatch(opened));
    assertThat(saved.status()).as(saved.text()).isEqualTo(200);
    assertThat(marko.get(path(opened)).status()).as("a save shows it to nobody").isEqualTo(404);
    assertThat(ana.postNothing(path(opened) + "/discard", ifMatch(saved)).status()).isEqualTo(200);
    assertThat(ana.get(path(opened)).status()).isEqualTo(410);
    assertThat(marko.get(path(opened)).status()).isEqualTo(404);
  }

  @Test
  @Proves(6)
  void aDraftCanBeKeptFromSomebodyLater() {
    Answer opened = opened();

    Answer saved = ana.put(path(opened), "{\"notTo\": [\"person:person-marko\"]}", ifMatch(opened));

    assertThat(saved.status()).as(saved.text()).isEqualTo(200);
    assertThat(marko.get(path(opened)).status()).isEqualTo(404);
  }

  @Test
  @Proves(6)
  void theCaseIsKeptFromThoseFromWhomItsDraftWas() {
    Answer first = keptFromMarko();
    String caseId = ana.post("/api/v1/reports", report(id(first))).json().path("case").asString();
    assertThat(ana.get("/api/v1/cases/" + caseId).status()).isEqualTo(200);
    assertThat(marko.get("/api/v1/cases/" + caseId).status()).isEqualTo(404);

    String open = ana.post("/api/v1/reports", plain()).json().path("case").asString();
    Answer second = keptFromMarko();
    Answer joined =
        ana.post(
            "/api/v1/cases/" + open + "/reports",
            "{\"exercise\": false, \"channel\": \"PHONE\", \"draft\": \"%s\"}"
                .formatted(id(second)));
    assertThat(joined.status()).as(joined.text()).isEqualTo(201);
    assertThat(marko.get("/api/v1/cases/" + open).status()).isEqualTo(404);
  }

  private static String plain() {
    return "{\"exercise\": false, \"channel\": \"PHONE\", \"newChildren\": [{}]}";
  }

  @Test
  @Proves(6)
  void aFiledDraftIsAsHiddenAsItsCase() {
    Answer opened = opened();
    String caseId = ana.post("/api/v1/reports", report(id(opened))).json().path("case").asString();
    assertThat(marko.get(path(opened)).text()).contains(caseId);

    ana.post("/api/v1/cases/" + caseId + "/not-to", "{\"notTo\": [\"person:person-marko\"]}");

    Answer hidden = marko.get(path(opened));
    assertThat(hidden.status()).isEqualTo(404);
    assertThat(hidden.text()).doesNotContain(caseId);
  }

  @Test
  void anExerciseIsNotFiledAsARealReportAndNothingIsStored() {
    Answer opened = ana.post(DRAFTS, "{\"exercise\": true, \"channel\": \"PHONE\"}");
    var cases = intake.bean(MongoDatabase.class).getCollection("cases");
    String key = "mixed-" + UUID.randomUUID();

    Answer refused = ana.repeat("/api/v1/reports", report(id(opened)), key);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text()).contains("exercise-and-real");
    assertThat(ana.get(path(opened)).all("ETag")).isEqualTo(opened.all("ETag"));
    assertThat(cases.find(Filters.regex("createdBy", key)).first()).isNull();
  }

  @Test
  void aFilingDoesNotDropTheLaterWordsOfAColleague() {
    Answer opened = opened();
    Answer later = marko.put(path(opened), WORDS.formatted("later"), ifMatch(opened));

    Answer refused = ana.post("/api/v1/reports", seen(opened, opened));
    assertThat(refused.status()).isEqualTo(412);
    assertThat(ana.get(path(opened)).all("ETag")).isEqualTo(later.all("ETag"));

    String key = UUID.randomUUID().toString();
    Answer filed = ana.repeat("/api/v1/reports", seen(opened, later), key);
    assertThat(filed.status()).as(filed.text()).isEqualTo(201);
    assertThat(ana.repeat("/api/v1/reports", seen(opened, later), key).text())
        .as("a repetition is answered alike")
        .isEqualTo(filed.text());
  }

  private static String seen(Answer opened, Answer read) {
    String tag = read.all("ETag").getFirst().replace("\"", "\\\"");
    return report(id(opened)).replace("}]", "}], \"draftSeen\": \"" + tag + "\"");
  }

  @Test
  @Proves(11)
  void whatNobodySaidIsNotStoredAndADangerThatNobodyKnowsRings() {
    Answer opened = ana.post(DRAFTS, "{\"exercise\": false, \"danger\": \"UNKNOWN\"}");

    JsonNode found = ana.get(path(opened)).json();

    assertThat(found.has("channel")).isFalse();
    assertThat(found.path("danger").asString()).isEqualTo("UNKNOWN");
    assertThat(found.has("ringsAt")).isTrue();
  }

  @Test
  @Proves(10)
  void theListIsRecorded() {
    Answer opened = opened();
    String login = "lister-" + UUID.randomUUID();

    assertThat(line(intake.person(login, Role.SUPERVISOR), id(opened))).isPresent();

    assertThat(
            intake
                .bean(MongoDatabase.class)
                .getCollection("audit")
                .find(
                    Filters.and(
                        Filters.eq("fields.reader", "person-" + login),
                        Filters.eq("fields.subjects", id(opened))))
                .first())
        .isNotNull();
  }

  @Test
  void theListHasPagesAndSkipsNone() {
    Answer first = opened();
    Answer second = opened();
    List<String> found = lines(ana, 1).stream().map(each -> each.path("draft").asString()).toList();
    assertThat(found).contains(id(first), id(second)).doesNotHaveDuplicates();
    assertThat(ana.get(DRAFTS + "?after=x").status()).isEqualTo(422);
  }

  @Test
  @Proves(8)
  void aDiscardedDraftLeavesNoWordBehind() {
    Answer opened = opened();
    String planted = "Planted-" + UUID.randomUUID();
    Answer saved = ana.put(path(opened), WORDS.formatted(planted), ifMatch(opened));
    Answer later = ana.put(path(opened), WORDS.formatted("another"), ifMatch(saved));

    assertThat(marko.postNothing(path(opened) + "/discard", ifMatch(saved)).status())
        .isEqualTo(412);
    assertThat(marko.postNothing(path(opened) + "/discard", ifMatch(later)).status())
        .isEqualTo(200);

    assertThat(ana.get(path(opened)).status()).isEqualTo(410);
    var database = intake.bean(MongoDatabase.class);
    await()
        .untilAsserted(
            () -> {
              for (String collection : new String[] {"drafts", "draft-history"}) {
                for (Document each : database.getCollection(collection).find()) {
                  assertThat(each.toJson()).doesNotContain(planted);
                }
              }
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"AUTHORITY", "POLICE", "PARTNER_DESK", "DPO", "ADMIN"})
  void nobodyButTheTeamFindsDrafts(Role role) {
    Person other = intake.person("other", role);

    assertThat(other.get(DRAFTS).status()).isEqualTo(403);
    assertThat(other.get(path(opened())).status()).isEqualTo(403);
  }
}
