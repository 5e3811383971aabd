package org.homeward.intake.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.schema.json.Json;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Do we know this child? Over HTTP, for a call that is being written down. */
class FindChildrenIT {

  private static final String KNOWN = "/api/v1/cases/known";

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();
  private final Person marko = intake.person("marko", Role.OPERATOR);
  private final String tag =
      UUID.randomUUID().toString().substring(0, 8).replaceAll("[0-9]", "k").replaceAll("[-]", "");
  private final String latin = "Vukosava Žutić" + tag;
  private final String number =
      "+38164" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);

  @BeforeEach
  void waitForTheIndex() {
    await().until(intake.bean(CaseIndex.class)::isBuilt);
  }

  private static String child(String name, String more) {
    return "{\"names\": [{\"full\": \"%s\", \"script\": \"Latn\", \"kind\": \"NATIVE\"}]%s}"
        .formatted(name, more);
  }

  private JsonNode opened(String child, String more, String says) {
    Answer opened =
        ana.post(
            "/api/v1/reports",
            "{\"exercise\": false, \"channel\": \"PHONE\", \"newChildren\": [%s], \"says\": {%s}%s}"
                .formatted(child, says, more));
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    return opened.json();
  }

  private static String draft(Person by) {
    return by.post("/api/v1/drafts", "{\"exercise\": false, \"typed\": {}}")
        .json()
        .path("draft")
        .asString();
  }

  private static JsonNode asked(Person who, String child, String says) {
    Answer answer =
        who.post(
            KNOWN,
            "{\"draft\": \"%s\", \"newChildren\": [%s], \"says\": {%s}}"
                .formatted(draft(who), child, says));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().path("children");
  }

  private static List<String> cases(JsonNode children) {
    List<String> ids = new ArrayList<>();
    children.forEach(each -> ids.add(each.at("/case/id").asString()));
    return ids;
  }

  @Test
  void aChildIsKnownByHerNameInTheOtherScriptAndHerDayOfBirth() {
    String born = ", \"born\": \"2013-05-04\", \"sex\": \"FEMALE\"";
    String id = opened(child(latin, born), "", "").path("case").asString();

    JsonNode known = asked(marko, child("zutić" + tag + " VUKOSAVA", born), "");

    assertThat(cases(known)).contains(id);
    JsonNode first = known.path(0);
    assertThat(first.path("verdict").asString()).isEqualTo("SAME_CHILD");
    assertThat(first.at("/fields/0/field").asString()).isEqualTo("NAME");
    assertThat(first.at("/fields/0/ours/0").asString()).isEqualTo(latin);
    assertThat(first.at("/fields/0/theirs/0").asString()).isEqualTo("zutić" + tag + " VUKOSAVA");
    assertThat(first.at("/fields/0/level").asString()).isEqualTo("SAME");
    assertThat(first.at("/fields/1/field").asString()).isEqualTo("BORN");
  }

  @Test
  void aNameAloneNeverSaysThatItIsTheSameChild() {
    opened(child(latin, ""), "", "");

    JsonNode known = asked(marko, child(latin, ""), "");

    assertThat(known.path(0).path("verdict").asString()).isEqualTo("MAYBE");
  }

  @Test
  @Proves(6)
  void whoeverIsExcludedReadsTheSameAsOfNobodyAndOthersAreAsked() {
    String born = ", \"born\": \"2013-05-04\"";
    String id =
        opened(child(latin, born), ", \"notTo\": [\"person:person-marko\"]", "")
            .path("case")
            .asString();

    assertThat(asked(marko, child(latin, born), ""))
        .isEqualTo(asked(marko, child("Nobody Qqq" + tag, born), ""));
    assertThat(cases(asked(intake.jelena(), child(latin, born), ""))).contains(id);
    await()
        .untilAsserted(
            () ->
                assertThat(ana.get("/api/v1/cases/" + id + "/work").text())
                    .contains("CHECK_SEARCH", "person-marko"));
  }

  /** Whoever links the two ends nothing by it: a person decides about each case. */
  @Test
  @Proves({6, 7})
  void aChildWhomNobodyKnowsIsFoundByWhatCanBeSeenOfItAndALinkEndsNothing() {
    String seen =
        "\"sex\": \"MALE\", \"ageYears\": {\"from\": 8, \"to\": 9}, \"languages\": [\"ps\"],"
            + " \"marks\": [{\"kind\": \"BIRTHMARK\", \"bodyPart\": \"LEFT_FOOT\"}]";
    JsonNode runaway = opened(child("Dečak Nestali" + tag, ", " + seen), "", "");
    JsonNode hidden =
        opened(child("Skriveni" + tag, ", " + seen), ", \"notTo\": [\"person:person-marko\"]", "");
    JsonNode found = opened("{" + seen + "}", ", \"kind\": \"UNIDENTIFIED\"", "");

    JsonNode known = asked(marko, "{" + seen + "}", "");

    assertThat(cases(known))
        .contains(runaway.path("case").asString(), found.path("case").asString())
        .doesNotContain(hidden.path("case").asString());
    JsonNode hit = of(known, runaway);
    assertThat(hit.path("verdict").asString()).as("never more without a name").isEqualTo("MAYBE");
    assertThat(hit.path("fields").toString()).contains("MARK", "LANGUAGE").doesNotContain("NAME");
    assertThat(of(known, found).at("/case/kind").asString()).isEqualTo("UNIDENTIFIED");
    await()
        .untilAsserted(
            () ->
                assertThat(
                        ana.get("/api/v1/cases/" + hidden.path("case").asString() + "/work").text())
                    .contains("CHECK_SEARCH"));
    assertThat(cases(asked(marko, child("Dečak Nestali" + tag, ", " + seen), "")))
        .as("the other way round")
        .contains(found.path("case").asString());

    linked(found, runaway);
    for (JsonNode each : List.of(found, runaway)) {
      JsonNode now = ana.get("/api/v1/cases/" + each.path("case").asString()).json();
      assertThat(now.path("standing").asString()).isEqualTo("OPEN");
      assertThat(now.path("children").toString()).contains("MISSING").doesNotContain("ENDED");
    }
  }

  private static JsonNode of(JsonNode known, JsonNode opened) {
    for (JsonNode each : known) {
      if (each.at("/case/id").asString().equals(opened.path("case").asString())) {
        return each;
      }
    }
    throw new AssertionError("is not found");
  }

  @Test
  @Proves(6)
  void theNumberOfAHeldReportCountsForNothing() {
    opened(
        child("Prva Osoba" + tag, ""),
        "",
        "\"reporter\": {\"relation\": \"PARENT\", \"phone\": \"" + number + "\"}");

    JsonNode known =
        asked(
            marko,
            child("Druga Ličnost" + tag, ""),
            "\"reporter\": {\"phone\": \"" + number + "\"}");

    assertThat(known.toString()).doesNotContain("Prva Osoba", number);
  }

  @Test
  @Proves(6)
  void theCarOfAHeldReportCountsForNothing() {
    String car = "\"vehicle\": {\"plate\": \"" + tag + "-1\"}";
    opened(child("Treća Osoba" + tag, ""), "", car);

    JsonNode known = asked(marko, child("Četvrta Ličnost" + tag, ""), car);

    assertThat(known.toString()).doesNotContain("Treća Osoba");
  }

  @Test
  @Proves(9)
  void anExerciseKnowsNoRealChild() {
    opened(child(latin, ""), "", "");
    String exercise =
        marko
            .post("/api/v1/drafts", "{\"exercise\": true, \"typed\": {}}")
            .json()
            .path("draft")
            .asString();

    Answer answer =
        marko.post(
            KNOWN,
            "{\"draft\": \"%s\", \"newChildren\": [%s]}".formatted(exercise, child(latin, "")));

    assertThat(answer.json().path("children")).isEmpty();
  }

  /** Whoever may not see one of them reads of the others alone. */
  @Test
  @Proves(6)
  void aRunawayIsKnownInTheOtherScriptWithHerEarlierEpisodes() {
    String born = ", \"born\": \"2013-05-04\", \"sex\": \"FEMALE\"";
    JsonNode first = opened(child(latin, born), "", "");
    JsonNode second = opened(child(latin, born), "", "");
    JsonNode hidden = opened(child(latin, born), ", \"notTo\": [\"person:person-marko\"]", "");
    linked(second, first);
    linked(hidden, second);
    String cyrillic = "Вукосава Жутић" + tag;
    String asked =
        "{\"names\": [{\"full\": \"%s\", \"script\": \"Cyrl\", \"kind\": \"NATIVE\"}]%s}"
            .formatted(cyrillic, born);

    JsonNode team = mine(asked(intake.jelena(), asked, ""));
    assertThat(team).hasSize(1);
    assertThat(team.at("/0/verdict").asString()).isEqualTo("SAME_CHILD");
    assertThat(team.at("/0/episodes")).hasSize(2);

    JsonNode excluded = mine(asked(marko, asked, ""));
    assertThat(excluded).hasSize(1);
    assertThat(excluded.at("/0/episodes")).hasSize(1);
    assertThat(excluded.toString()).doesNotContain(hidden.path("case").asString());
  }

  /** Those whose names carry the mark of this test. */
  private JsonNode mine(JsonNode children) {
    var mine = Json.mapper().createArrayNode();
    children.forEach(
        each -> {
          if (each.toString().contains(latin)) mine.add(each);
        });
    return mine;
  }

  private void linked(JsonNode one, JsonNode other) {
    Answer answer =
        ana.post(
            "/api/v1/cases/%s/children/%s/links"
                .formatted(one.path("case").asString(), one.at("/children/0").asString()),
            "{\"case\": \"%s\", \"child\": \"%s\", \"reason\": \"COMPARED\"}"
                .formatted(other.path("case").asString(), other.at("/children/0").asString()));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  @Test
  @Proves(7)
  void anErasedChildIsNotKnown() {
    String path = "/api/v1/cases/" + opened(child(latin, ""), "", "").path("case").asString();
    String reason = "{\"reason\": \"SUBJECT_REQUEST\"}";
    intake.jelena().post(path + "/erase", reason);
    assertThat(intake.vera().post(path + "/erase", reason).status()).isEqualTo(200);

    assertThat(cases(asked(marko, child(latin, ""), "")))
        .doesNotContain(path.substring(path.lastIndexOf('/') + 1));
  }

  @Test
  void itIsAskedForACallThatIsBeingWrittenDown() {
    String body = "{\"draft\": \"%s\", \"newChildren\": [{}]}";
    assertThat(marko.post(KNOWN, body.formatted(UUID.randomUUID())).status()).isEqualTo(404);
    Answer none = marko.post(KNOWN, "{\"newChildren\": [{}]}");
    assertThat(none.status()).isEqualTo(422);
    assertThat(none.text()).contains("/draft");
    assertThat(intake.vera().post(KNOWN, body.formatted(draft(marko))).status()).isEqualTo(403);
  }
}
