package org.homeward.intake.reopening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.face.testing.ProblemList;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A child whose search has ended is missing again, over HTTP. */
class ReopeningIT {

  private static final String CHANNEL = "{\"channel\": \"PHONE\"}";

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();

  private record Opened(String id, String child) {

    String path() {
      return "/api/v1/cases/" + id;
    }

    String child(String more) {
      return path() + "/children/" + child + more;
    }
  }

  private Opened opened() {
    Answer opened =
        intake
            .jelena()
            .post(
                "/api/v1/reports",
                """
                {"exercise": true, "channel": "PHONE", "notTo": ["person:person-stefan"],
                 "newChildren": [{"names": [{"full": "Mila K", "script": "Latn", "kind": "NATIVE"}],
                   "sex": "FEMALE", "sleepingRough": true}],
                 "says": {"feared": ["CAREGIVER"], "courtOrders": ["CUSTODY"],
                   "audiences": {"courtOrders": ["CASE_TEAM"]},
                   "circumstances": {"language": "en", "text": "then"},
                   "childWords": {"language": "en", "text": "confided"}}}""");
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    return new Opened(
        opened.json().path("case").asString(), opened.json().path("children").path(0).asString());
  }

  private Opened found() {
    return ended(released(opened()));
  }

  /** Police may know what the report says. */
  private Opened released(Opened of) {
    JsonNode now = ana.get(of.path()).json();
    Answer released =
        ana.post(
            of.path() + "/reports/" + now.at("/reports/0/id").asString() + "/release",
            "{\"desk\": \"pu\", \"basis\": \"LEGAL_DUTY\", \"reason\": \"they ask\"}",
            "If-Match: \"" + now.path("version").asLong() + "\"");
    assertThat(released.status()).as(released.text()).isEqualTo(200);
    return of;
  }

  private Opened ended(Opened of) {
    Answer ended =
        ana.post(
            of.child("/end"),
            "{\"outcome\": \"FOUND_SAFE\", \"verifiedBy\": \"POLICE_REFERENCE\", \"reference\": \"P\"}");
    assertThat(ended.status()).as(ended.text()).isEqualTo(200);
    return of;
  }

  @Test
  @Proves({6, 9, 12})
  void theNewEpisodeKnowsTheChildAndWhatProtectsItAndNothingElse() {
    Opened of = found();
    String before = ana.get(of.path()).header("ETag");

    Answer answer =
        ana.post(
            of.child("/missing-again"),
            "{\"channel\": \"SMS\", \"says\": {\"warnings\": [\"DO_NOT_CALL_CHILD\"]}}");

    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    JsonNode made = answer.json();
    JsonNode now =
        intake
            .person("kata", Role.CONFIDANT)
            .get("/api/v1/cases/" + made.path("case").asString())
            .json();
    String child = made.path("child").asString();
    assertThat(child).isNotEqualTo(of.child());
    assertThat(now.path("exercise").asBoolean(false)).isTrue();
    assertThat(now.path("standing").asString()).isEqualTo("OPEN");
    assertThat(now.path("notTo").toString()).isEqualTo("[\"person:person-stefan\"]");
    assertThat(now.at("/reports/0/policeRelease/status").asString()).isEqualTo("HELD");
    assertThat(now.at("/reports/0/proposal").asString()).isEqualTo("HOLD");
    JsonNode facts = now.path("facts");
    assertThat(facts.at("/children/" + child + "/names/0/full").asString()).isEqualTo("Mila K");
    assertThat(facts.at("/children/" + child).has("sleepingRough")).isFalse();
    assertThat(facts.path("feared").toString()).isEqualTo("[\"CAREGIVER\"]");
    assertThat(facts.path("warnings").toString()).isEqualTo("[\"DO_NOT_CALL_CHILD\"]");
    assertThat(facts.has("circumstances")).isFalse();
    assertThat(facts.has("childWords")).isFalse();
    assertThat(facts.path("courtOrders").toString()).isEqualTo("[\"CUSTODY\"]");
    assertThat(facts.at("/audiences/courtOrders").toString())
        .as("a limit goes with its fact")
        .isEqualTo("[\"CASE_TEAM\"]");
    assertThat(ana.get(of.path()).header("ETag")).as("the old case stays").isEqualTo(before);
  }

  @Test
  @Proves(12)
  void whatAHeldReportSaysStaysHeld() {
    Opened of = ended(opened());

    Answer answer = ana.post(of.child("/missing-again"), CHANNEL);

    JsonNode now = ana.get("/api/v1/cases/" + answer.json().path("case").asString()).json();
    assertThat(now.path("kind").asString("MISSING")).isEqualTo("MISSING");
    assertThat(now.at("/reports/0/proposal").asString()).as("it objects").isEqualTo("HOLD");
    assertThat(now.path("facts").toString())
        .doesNotContain("Mila K", "CAREGIVER", "courtOrders", "FEMALE");
    assertThat(ana.get(of.child("")).json().path("episodes").size()).isEqualTo(2);
  }

  @Test
  @Proves(2)
  void bothAreOneChildHoweverOftenItIsAsked() {
    Opened of = found();
    String key = UUID.randomUUID().toString();

    Answer first = ana.repeat(of.child("/missing-again"), CHANNEL, key);
    Answer again = ana.repeat(of.child("/missing-again"), CHANNEL, key);

    assertThat(first.status()).as(first.text()).isEqualTo(201);
    assertThat(again.json()).isEqualTo(first.json());
    JsonNode child = ana.get(of.child("")).json();
    assertThat(child.path("episodes").size()).isEqualTo(2);
    assertThat(child.at("/links/0/turns/0/reason").asString()).isEqualTo("MISSING_AGAIN");
    assertThat(child.at("/links/0/turns/0/by").asString()).isEqualTo("person-ana");
    assertThat(
            ana.repeat(of.child("/missing-again"), CHANNEL.replace("PHONE", "SMS"), key).status())
        .isEqualTo(422);
  }

  @Test
  @Proves({2, 12})
  void whoeverAsksThereIsOneSearchAndADangerHasACaseOfItsOwn() {
    Opened of = found();
    Answer first = ana.post(of.child("/missing-again"), CHANNEL);
    assertThat(first.status()).as(first.text()).isEqualTo(201);

    assertThat(intake.jelena().post(of.child("/missing-again"), CHANNEL).problem())
        .isEqualTo("searched-again");
    Answer danger =
        ana.post(of.child("/missing-again"), "{\"kind\": \"AT_RISK\", \"channel\": \"PHONE\"}");
    assertThat(danger.status()).as(danger.text()).isEqualTo(201);
    assertThat(
            ana.get("/api/v1/cases/" + danger.json().path("case").asString())
                .json()
                .path("kind")
                .asString())
        .isEqualTo("AT_RISK");
    assertThat(ana.get(of.child("")).json().path("episodes").size()).isEqualTo(3);
  }

  @Test
  void aSearchThatGoesOnTakesAReportInstead() {
    Opened of = opened();

    assertThat(ana.post(of.child("/missing-again"), CHANNEL).problem()).isEqualTo("search-goes-on");
    assertThat(
            ana.post(of.path() + "/children/" + UUID.randomUUID() + "/missing-again", CHANNEL)
                .status())
        .isEqualTo(404);
  }

  @Test
  void whatCannotBeIsRefusedWhereItStands() {
    Opened of = found();

    assertThat(ana.post(of.child("/missing-again"), "{}").text()).contains("/channel");
    assertThat(
            ana.post(
                    of.child("/missing-again"),
                    "{\"channel\": \"PHONE\", \"says\": {\"children\": {\"%s\": {}}}}"
                        .formatted(of.child()))
                .text())
        .contains("unknown-child");
    assertThat(
            ana.post(of.child("/missing-again"), "{\"channel\": \"PHONE\", \"newChildren\": [{}]}")
                .text())
        .contains("not-here");
  }

  @Test
  @Proves(7)
  void anErasedCaseHasNoNewEpisode() {
    Opened of = found();
    intake.vera().post(of.path() + "/erase", "{\"reason\": \"COURT_ORDER\"}");

    assertThat(ana.post(of.child("/missing-again"), CHANNEL).status()).isEqualTo(410);
  }

  @Test
  void clientsKnowItsProblems() throws IOException {
    ProblemList.assertListed(List.of(ReopeningProblem.values()));
  }
}
