package org.homeward.intake.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
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

  private Optional<JsonNode> line(String draft) {
    return marko
        .get(DRAFTS)
        .json()
        .path("drafts")
        .valueStream()
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
    JsonNode line = line(id(opened)).orElseThrow();
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
    assertThat(line(id(opened))).isEmpty();
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
