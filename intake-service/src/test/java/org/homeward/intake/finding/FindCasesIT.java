package org.homeward.intake.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.bson.Document;
import org.homeward.durable.Aggregate;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.frame.node.NodeSettings;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Cases are found by words, over HTTP. */
class FindCasesIT {

  private static final String FIND = "/api/v1/cases/find";

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();
  private final Person marko = intake.person("marko", Role.OPERATOR);
  private final Person jelena = intake.jelena();
  private final Person mira = intake.person("mira", Role.CONFIDANT);
  private final String tag = UUID.randomUUID().toString().substring(0, 8).replaceAll("[0-9]", "x");
  private final String name = "Una Čardaklija" + tag;
  private final String number =
      "+38164" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);
  private final SearchWords words = new SearchWords("rs", "RS");
  private final CaseIndex index = intake.bean(CaseIndex.class);

  @BeforeEach
  void waitForTheIndex() {
    await().until(index::isBuilt);
  }

  /** By ana, with a child of this name and a caller of this number. */
  private JsonNode opened(String more, String relation) {
    Answer opened =
        ana.post(
            "/api/v1/reports",
            """
            {"exercise": false, "channel": "PHONE"%s,
             "newChildren": [{"names": [{"full": "%s", "script": "Latn", "kind": "NATIVE"}]}],
             "says": {"reporter": {"relation": "%s", "phone": "%s"},
                      "policeTold": {"station": "PU", "reference": "K-%s/26"}}}"""
                .formatted(more, name, relation, number, tag));
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    return opened.json();
  }

  private void release(JsonNode opened) {
    String path = "/api/v1/cases/" + opened.path("case").asString();
    Answer released =
        jelena.post(
            path + "/reports/" + opened.path("report").asString() + "/release",
            "{\"basis\": \"LEGAL_DUTY\", \"reason\": \"a test\"}",
            "If-Match: " + ana.get(path).all("ETag").getFirst());
    assertThat(released.status()).as(released.text()).isEqualTo(200);
  }

  private static Answer asked(Person who, String words) {
    Answer found = who.post(FIND, "{\"words\": \"" + words + "\"}");
    assertThat(found.status()).as(found.text()).isEqualTo(200);
    return found;
  }

  private static List<String> found(Person who, String words) {
    List<String> ids = new ArrayList<>();
    asked(who, words).json().path("cases").forEach(e -> ids.add(e.at("/case/id").asString()));
    return ids;
  }

  private static List<String> checks(Person who, String id) {
    List<String> owned = new ArrayList<>();
    who.get("/api/v1/cases/" + id + "/work")
        .json()
        .path("items")
        .valueStream()
        .filter(item -> item.path("kind").asString().equals("CHECK_SEARCH"))
        .forEach(item -> owned.add(item.path("setBy").asString()));
    return owned;
  }

  @Test
  void aCaseIsFoundByCodeNumberReferenceAndName() {
    JsonNode opened = opened("", "PARENT");
    String id = opened.path("case").asString();
    release(opened);

    assertThat(found(marko, "rs-" + id.substring(0, 6))).contains(id);
    assertThat(found(marko, id)).containsExactly(id);
    assertThat(found(marko, "0" + number.substring(4))).containsExactly(id);
    assertThat(found(marko, "k " + tag + " 26")).containsExactly(id);
    JsonNode byName = asked(marko, name.toUpperCase(Locale.ROOT)).json();
    assertThat(byName.at("/cases/0/by/0").asString()).isEqualTo("NAME");
    assertThat(byName.at("/cases/0/case/id").asString()).isEqualTo(id);
    assertThat(byName.path("more").asBoolean(true)).isFalse();
    assertThat(found(marko, "Nobody " + tag)).isEmpty();
  }

  @Test
  @Proves({6, 12})
  void theNumberOfAHeldReportFindsNothingAndOthersAreAskedToCompare() {
    JsonNode opened = opened("", "PARENT");
    String id = opened.path("case").asString();

    assertThat(asked(marko, number).text()).isEqualTo(asked(marko, "+381641").text());
    assertThat(found(marko, number)).isEmpty();

    await().untilAsserted(() -> assertThat(checks(ana, id)).containsExactly("person-marko"));
    assertThat(checks(marko, id)).as("the one who searched").isEmpty();
    assertThat(marko.get("/api/v1/tasks?limit=200").text()).doesNotContain(id);
    assertThat(found(marko, name)).as("the team sees held reports").containsExactly(id);

    release(opened);

    assertThat(found(marko, number)).containsExactly(id);
  }

  @Test
  @Proves(6)
  void theNumberByWhichAChildAskedForHelpIsNeverFound() {
    JsonNode opened = opened("", "CHILD_SELF");
    release(opened);

    assertThat(found(marko, number)).isEmpty();
    assertThat(found(mira, number)).isEmpty();
    await()
        .untilAsserted(
            () ->
                assertThat(checks(ana, opened.path("case").asString()))
                    .containsExactlyInAnyOrder("person-marko", "person-mira"));
  }

  /** Not even where somebody else has called from it, and told it in a report of her own. */
  @Test
  @Proves(6)
  void theOwnNumberOfAChildIsNeverFoundAndItsOwnerIsAskedToCompare() {
    Answer opened =
        ana.post(
            "/api/v1/reports",
            """
            {"exercise": false, "channel": "PHONE",
             "newChildren": [{"phones": ["%1$s"],
               "names": [{"full": "%2$s", "script": "Latn", "kind": "NATIVE"}]}],
             "says": {"reporter": {"relation": "PARENT", "phone": "%1$s"}}}"""
                .formatted(number, name));
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    release(opened.json());
    String id = opened.json().path("case").asString();

    assertThat(asked(marko, number).text()).isEqualTo(asked(marko, "+381641").text());
    assertThat(found(mira, number)).isEmpty();

    await()
        .untilAsserted(
            () ->
                assertThat(checks(ana, id))
                    .containsExactlyInAnyOrder("person-marko", "person-mira"));
    assertThat(found(marko, name)).containsExactly(id);
  }

  @Test
  @Proves(6)
  void aNumberThatTheTeamMayNotReadIsNotFound() {
    Answer opened =
        mira.post(
            "/api/v1/reports",
            """
            {"exercise": false, "channel": "PHONE",
             "newChildren": [{"phones": ["%s"], "audiences": {"phones": ["POLICE"]},
                              "names": [{"full": "%s", "script": "Latn", "kind": "NATIVE"}]}]}"""
                .formatted(number, name));
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    release(opened.json());

    assertThat(found(marko, number)).isEmpty();
    assertThat(found(mira, number)).isEmpty();
    assertThat(found(marko, name)).hasSize(1);
  }

  @Test
  @Proves(6)
  void whoeverIsExcludedFindsNothingByAnything() {
    JsonNode opened = opened(", \"notTo\": [\"person:person-marko\"]", "PARENT");
    String id = opened.path("case").asString();
    release(opened);

    String nothing = asked(marko, "Nobody " + tag).text();
    for (String words : List.of(name, number, "K-" + tag + "/26", id)) {
      assertThat(asked(marko, words).text()).as(words).isEqualTo(nothing);
    }
    await().untilAsserted(() -> assertThat(checks(ana, id)).containsExactly("person-marko"));
    assertThat(found(jelena, name)).containsExactly(id);
  }

  @Test
  @Proves({7, 8})
  void anErasedCaseIsFoundByNothing() {
    JsonNode opened = opened("", "PARENT");
    String path = "/api/v1/cases/" + opened.path("case").asString();
    assertThat(found(marko, name)).hasSize(1);

    String reason = "{\"reason\": \"SUBJECT_REQUEST\"}";
    jelena.post(path + "/erase", reason);
    assertThat(intake.vera().post(path + "/erase", reason).status()).isEqualTo(200);

    assertThat(found(marko, name)).isEmpty();
    assertThat(found(marko, opened.path("case").asString())).isEmpty();
  }

  @Test
  @Proves(8)
  void theWordsOfASearchAreNotKept() {
    asked(marko, name);
    String key = UUID.randomUUID().toString();
    String body = "{\"words\": \"" + name + "\"}";
    marko.repeat(FIND, body, key);
    assertThat(marko.repeat(FIND, body, key).status()).isEqualTo(200);
    assertThat(marko.repeat(FIND, "{\"words\": \"x\"}", key).status()).isEqualTo(422);

    for (String collection : List.of("lookups", "lookup-history", "audit")) {
      for (Document stored : intake.bean(MongoDatabase.class).getCollection(collection).find()) {
        assertThat(stored.toJson()).doesNotContainIgnoringCase(tag);
      }
    }
  }

  @Test
  void whatAnotherProcessHasWrittenIsFound() {
    var elsewhere = new CaseIndex(1_000_000);
    NodeSettings node = intake.bean(NodeSettings.class);
    try (var topic =
        new OwnCasesTopic(
            node.kafka(),
            node.topic("cases"),
            new KeepIndex(cases().documents(), elsewhere, new ChildIndex()))) {
      topic.start();
      await().until(elsewhere::isBuilt);

      String id = opened("", "PARENT").path("case").asString();

      await()
          .untilAsserted(
              () ->
                  assertThat(
                          elsewhere
                              .find(words.keys(name), "person-marko", false)
                              .shown()
                              .getFirst()
                              .caseId())
                      .isEqualTo(id));
    }
  }

  @SuppressWarnings("unchecked")
  private Aggregate<KeptCase> cases() {
    return intake.bean("cases", Aggregate.class);
  }

  @Test
  void aSearchNeedsWordsAndARoleThatTakesCalls() {
    Answer none = ana.post(FIND, "{}");
    assertThat(none.status()).isEqualTo(422);
    assertThat(none.text()).contains("/words");
    assertThat(intake.vera().post(FIND, "{\"words\": \"x\"}").status()).isEqualTo(403);
    assertThat(intake.petar().post(FIND, "{\"words\": \"x\"}").status()).isEqualTo(403);
  }
}
