package org.homeward.intake.interviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.intake.interviews.TrialInterviews.PSYCHOLOGIST;
import static org.homeward.intake.interviews.TrialInterviews.check;
import static org.homeward.intake.interviews.TrialInterviews.first;
import static org.homeward.intake.interviews.TrialInterviews.found;
import static org.homeward.intake.interviews.TrialInterviews.offered;
import static org.homeward.intake.interviews.TrialInterviews.ok;
import static org.homeward.intake.interviews.TrialInterviews.opened;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.intake.interviews.TrialInterviews.Opened;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Interviews after a return, over HTTP. */
class InterviewsIT {

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();
  private final Person kata = intake.person("kata", Role.CONFIDANT);

  @Test
  @Proves(11)
  void anOfferHasAnOwnerAndADateUntilTheChildAnswers() {
    Opened of = found("", "{}");
    await()
        .untilAsserted(
            () -> assertThat(ana.get(of.path() + "/work").text()).contains("RETURN_INTERVIEW"));

    String interview = offered(of);

    assertThat(check(of).has("done")).as("an offer is no interview").isFalse();
    JsonNode task = ana.get(of.path() + "/work").json().at("/items/0");
    assertThat(task.path("kind").asString()).isEqualTo("INTERVIEW");
    assertThat(task.path("owner").asString()).isEqualTo("person-ana");
    Instant offeredAt = Instant.parse(first(ana, of).path("offeredAt").asString());
    assertThat(Instant.parse(task.path("due").asString()))
        .isEqualTo(Instant.parse(first(ana, of).path("due").asString()))
        .isBeforeOrEqualTo(offeredAt.plus(Duration.ofHours(72)));
    assertThat(
            ana.post(
                    of.path() + "/work/" + task.path("item").asString() + "/done",
                    "{\"how\": \"DONE\"}")
                .status())
        .as("the answer of the child alone does it")
        .isEqualTo(422);
    assertThat(open(of)).contains("{\"matter\":\"INTERVIEW\"}").doesNotContain("\"INTERVIEW\",");
    assertThat(ana.post(of.child("/interviews"), PSYCHOLOGIST).problem())
        .isEqualTo("interview-offered");
    ok(ana.post(interview + "/refused", "{}"));
    assertThat(open(of)).doesNotContain("INTERVIEW");
    assertThat(check(of).at("/done/by").asString()).isEqualTo("person-ana");
    assertThat(ana.get(of.path() + "/work").json().at("/items/0").has("done")).isTrue();
    assertThat(first(ana, of).at("/end/held").asBoolean(true)).isFalse();
    assertThat(kata.post(interview + "/held", "{}").problem()).isEqualTo("interview-over");
    assertThat(offered(of)).as("it may want one later").isNotEqualTo(interview);
    assertThat(open(of)).contains("INTERVIEW");
  }

  private String open(Opened of) {
    return ana.get(of.path() + "/ending").json().path("open").toString();
  }

  @Test
  @Proves(6)
  void whatTheChildSaysIsForConfidantsAlone() {
    Opened of = found("", "{}");
    String interview = offered(of);
    String answers = "{\"answers\": [{\"question\": \"WHERE\", \"text\": \"at the river\"}]}";
    assertThat(ana.post(interview + "/held", answers).status()).isEqualTo(403);
    assertThat(intake.jelena().post(interview + "/held", answers).status()).isEqualTo(403);

    ok(kata.post(interview + "/held", answers));

    assertThat(first(kata, of).at("/end/answers/0/text").asString()).isEqualTo("at the river");
    for (Person other : List.of(ana, intake.jelena(), intake.vera())) {
      JsonNode seen = first(other, of);
      assertThat(seen.at("/end/held").asBoolean(false)).isTrue();
      assertThat(seen.toString()).doesNotContain("river", "answers", "danger");
    }
    assertThat(ana.get(of.path()).text()).doesNotContain("river");
  }

  @Test
  @Proves(6)
  void nobodyWhoIsInvolvedSpeaksWithTheChild() {
    Opened unasked = found("", "{}");
    String school = "{\"office\": \"SCHOOL\", \"name\": \"a teacher\"}";
    assertThat(ana.post(unasked.child("/interviews"), school).json().path("objections").toString())
        .isEqualTo("[\"FEAR_NOT_ASKED\"]");
    Opened of = found("\"feared\": [\"POLICE\"]", "{}");

    Answer kept =
        ana.post(
            of.child("/interviews"), "{\"office\": \"HOTLINE\", \"person\": \"person-stefan\"}");
    assertThat(kept.problem()).isEqualTo("interviewer-involved");
    assertThat(kept.json().path("objections").toString()).isEqualTo("[\"KEPT_FROM\"]");
    Answer feared =
        ana.post(of.child("/interviews"), "{\"office\": \"POLICE\", \"name\": \"an officer\"}");
    assertThat(feared.json().path("objections").toString()).isEqualTo("[\"FEARED\"]");
    assertThat(
            ana.post(
                    of.child("/interviews"),
                    "{\"office\": \"HOTLINE\", \"person\": \"person-kata\"}")
                .status())
        .isEqualTo(201);
  }

  @Test
  @Proves(2)
  void aRepeatedOfferIsOneInterview() {
    Opened of = found("", "{}");
    String key = UUID.randomUUID().toString();

    Answer first = ana.repeat(of.child("/interviews"), PSYCHOLOGIST, key);
    Answer again = ana.repeat(of.child("/interviews"), PSYCHOLOGIST, key);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(ana.repeat(of.child("/interviews"), PSYCHOLOGIST.replace("M", "N"), key).status())
        .isEqualTo(422);
    String held = of.path() + "/interviews/" + first.json().path("interview").asString() + "/held";
    String danger = "{\"danger\": {\"text\": \"x\"}}";
    ok(kata.repeat(held, danger, key));
    ok(kata.repeat(held, danger, key));
    assertThat(ana.get(of.child("")).json().path("episodes").size()).isEqualTo(2);
  }

  @Test
  void aChildThatIsMissingIsOfferedNone() {
    Opened of = opened("", "{}");

    assertThat(ana.post(of.child("/interviews"), PSYCHOLOGIST).problem())
        .isEqualTo("child-not-found");
    assertThat(ana.post(of.path() + "/interviews/" + UUID.randomUUID() + "/refused", "{}").status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"office": "HOTLINE"} | /person
          {"office": "SCHOOL", "person": "p"} | /name
          {"office": "AUNT", "name": "x"} | /office
          {"name": "x"} | /office
          {"office": "GUARDIANSHIP", "name": "x", "due": "2020-01-01T00:00:00Z"} | /due
          {"office": "GUARDIANSHIP", "name": "x", "due": "2999-01-01T00:00:00Z"} | /due
          """)
  void whatCannotBeIsRefusedWhereItStands(String body, String pointer) {
    Opened of = found("", "{}");

    Answer refused = ana.post(of.child("/interviews"), body);

    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.json().path("errors").toString()).contains(pointer);
  }

  @Test
  void anAnswerThatCannotBeIsRefusedWhereItStands() {
    Opened of = found("", "{}");
    String interview = offered(of);
    String one = "{\"question\": \"WHY\", \"text\": \"x\"}";

    Answer refused =
        kata.post(
            interview + "/held",
            "{\"answers\": [%s, %s, {\"question\": \"WHO\", \"text\": \"x\"}], \"danger\": {}}"
                .formatted(one, one));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("errors").toString())
        .contains("/answers/1/question", "/answers/2/question", "/danger/text");
    assertThat(first(kata, of).has("end")).isFalse();
  }

  @Test
  @Proves({7, 8})
  void anErasedCaseTakesItsInterviewsAlong() {
    String planted = "Planted" + UUID.randomUUID();
    Opened of = found("", "{}");
    String interview = offered(of);
    ok(
        kata.post(
            interview + "/held",
            "{\"answers\": [{\"question\": \"WHY\", \"text\": \"" + planted + "\"}]}"));

    ok(intake.vera().post(of.path() + "/erase", "{\"reason\": \"COURT_ORDER\"}"));

    var database = intake.bean(MongoDatabase.class);
    await()
        .untilAsserted(
            () -> {
              for (String collection : List.of("interviews", "interview-history")) {
                for (Document each : database.getCollection(collection).find()) {
                  assertThat(each.toJson()).doesNotContain(planted, of.id());
                }
              }
            });
    assertThat(ana.get(of.path() + "/interviews").status()).isEqualTo(410);
  }
}
