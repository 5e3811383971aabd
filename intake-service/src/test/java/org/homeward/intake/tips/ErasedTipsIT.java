package org.homeward.intake.tips;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.intake.tips.TrialTips.GRADE;
import static org.homeward.intake.tips.TrialTips.PLAIN;
import static org.homeward.intake.tips.TrialTips.id;
import static org.homeward.intake.tips.TrialTips.ifMatch;
import static org.homeward.intake.tips.TrialTips.path;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
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

/** Tips that are erased: by their time, with their case, by people, and again after a restore. */
class ErasedTipsIT {

  private final TrialIntake intake = TrialIntake.get();
  private final TrialTips tips = new TrialTips(intake);
  private final Person ana = intake.ana();
  private final Person marko = intake.person("marko", Role.OPERATOR);
  private final Person jelena = intake.jelena();
  private final Person vera = intake.vera();

  @Test
  @Proves(8)
  void aTipOfACaseGoesNinetyDaysAfterTheEnd() {
    JsonNode opened = ana.post("/api/v1/reports", PLAIN).json();
    String caseId = opened.path("case").asString();
    Answer tip = tips.taken("a boy in a truck", "");
    tips.tied(tip, caseId);
    assertThat(ana.get(path(tip)).json().has("erasedAt")).isFalse();

    String child = opened.path("children").path(0).asString();
    Answer ended =
        ana.post(
            "/api/v1/cases/" + caseId + "/children/" + child + "/end",
            "{\"outcome\": \"FOUND_SAFE\", \"verifiedBy\": \"POLICE_REFERENCE\", \"reference\": \"KU-1\"}");
    assertThat(ended.status()).as(ended.text()).isEqualTo(200);

    await().untilAsserted(() -> assertThat(ana.get(path(tip)).json().has("erasedAt")).isTrue());
  }

  @Test
  @Proves({7, 8})
  void anErasedCaseTakesItsTipsAlong() {
    String planted = "Planted-" + UUID.randomUUID();
    String caseId = tips.opened("");
    Answer tip =
        tips.taken(planted, ", \"contact\": \"%1$s\", \"companion\": \"%1$s\"".formatted(planted));
    ana.post(path(tip) + "/grade", GRADE.replace("works", planted), "If-Match: *");
    ana.post(path(tip) + "/tie", "{\"case\": \"" + caseId + "\"}", "If-Match: *");
    assertThat(ana.postNothing(path(tip) + "/report", "If-Match: *").status()).isEqualTo(200);

    tips.erase(caseId);

    assertGone(planted);
    assertThat(ana.get(path(tip)).status()).isEqualTo(404);
    assertThat(TrialTips.ids(ana, "")).doesNotContain(id(tip));
  }

  @Test
  @Proves(7)
  void aRestoreErasesATipAgainThatTheCopyHasWithoutItsCase() {
    Answer tip = tips.taken("of a case that was erased since", "");
    String gone = UUID.randomUUID().toString();
    var replay = intake.bean(Replay.class);
    var tied = new EndsLine(Instant.EPOCH, "tip/" + id(tip), 2, "tied", Map.of("case", gone));
    var erased =
        new EndsLine(Instant.EPOCH, "case/" + gone, 3, "erase", Map.of("reason", "COURT_ORDER"));

    assertThat(replay.replay(tied)).isEqualTo(Replay.Replayed.KNOWN);
    assertThat(ana.get(path(tip)).status()).as("it may be all that is left").isEqualTo(200);
    replay.replay(erased);

    assertThat(ana.get(path(tip)).status()).isEqualTo(404);
  }

  @Test
  @Proves(6)
  void aRestoreTiesATipAgainToTheCaseThatItIsHiddenWith() {
    String caseId = tips.opened(", \"notTo\": [\"person:person-marko\"]");
    Answer tip = tips.taken("a boy in a truck", "");
    var tied = new EndsLine(Instant.EPOCH, "tip/" + id(tip), 2, "tied", Map.of("case", caseId));

    assertThat(intake.bean(Replay.class).replay(tied)).isEqualTo(Replay.Replayed.DONE);
    assertThat(intake.bean(Replay.class).replay(tied)).isEqualTo(Replay.Replayed.KNOWN);

    assertThat(marko.get(path(tip)).status()).isEqualTo(404);
  }

  @Test
  @Proves(7)
  void nobodyTiesATipToAnErasedCase() {
    String caseId = tips.opened("");
    tips.erase(caseId);
    assertThat(tips.tied(tips.taken("a boy in a truck", ""), caseId).status()).isEqualTo(410);
  }

  private void assertGone(String planted) {
    var database = intake.bean(MongoDatabase.class);
    await()
        .untilAsserted(
            () -> {
              for (String collection : new String[] {"tips", "tip-history", "cases"}) {
                for (Document each : database.getCollection(collection).find()) {
                  assertThat(each.toJson()).doesNotContain(planted);
                }
              }
            });
  }

  private static String because(String reason) {
    return "{\"reason\": \"" + reason + "\"}";
  }

  @Test
  @Proves({7, 8})
  void onePersonErasesATipThatAnotherPersonHasLaidAside() {
    String planted = "Planted-" + UUID.randomUUID();
    Answer tip = tips.taken(planted, ", \"contact\": \"%s\"".formatted(planted));
    ana.post(path(tip) + "/grade", GRADE.replace("works", planted), "If-Match: *");
    String erase = because("SUBJECT_REQUEST");
    assertThat(ana.post(path(tip) + "/erase", erase, "If-Match: *").status()).isEqualTo(403);
    assertThat(vera.post(path(tip) + "/erase", erase).status()).isEqualTo(428);
    assertThat(vera.post(path(tip) + "/erase", erase, ifMatch(tip)).status()).isEqualTo(412);
    assertThat(vera.post(path(tip) + "/erase", because("RETENTION_OVER"), "If-Match: *").status())
        .isEqualTo(422);
    assertThat(vera.get(path(tip)).status()).as("the officer reads it first").isEqualTo(200);
    Answer aside = ana.post(path(tip) + "/no-use", "{\"reason\": \"a joke\"}", "If-Match: *");
    assertThat(aside.status()).as(aside.text()).isEqualTo(200);

    Answer erased = vera.post(path(tip) + "/erase", erase, "If-Match: *");

    assertThat(erased.status()).as(erased.text()).isEqualTo(200);
    assertThat(erased.json().path("standing").asString()).isEqualTo("ERASED");
    assertThat(ana.get(path(tip)).status()).isEqualTo(404);
    assertThat(vera.post(path(tip) + "/erase", erase, "If-Match: *").status()).isEqualTo(404);
    assertGone(planted);
    assertThat(trail(tip)).contains("SUBJECT_REQUEST", "person-vera");
  }

  /** She ends the search, or ties it to one that is over: either way it takes another person. */
  @Test
  @Proves(7)
  void whoeverSaidThatNobodySearchesErasesNoTipOfItAlone() {
    JsonNode opened = ana.post("/api/v1/reports", PLAIN).json();
    String caseId = opened.path("case").asString();
    Answer before = tips.taken("a boy in a truck", "");
    tips.tied(before, caseId);
    String child = opened.path("children").path(0).asString();
    Answer ended =
        jelena.post(
            "/api/v1/cases/" + caseId + "/children/" + child + "/end",
            "{\"outcome\": \"FOUND_SAFE\", \"verifiedBy\": \"POLICE_REFERENCE\", \"reference\": \"KU-1\"}");
    assertThat(ended.status()).as(ended.text()).isEqualTo(200);
    await().untilAsserted(() -> assertThat(ana.get(path(before)).json().has("erasedAt")).isTrue());
    Answer after = tips.taken("a boy in a lorry", "");
    Person dana = intake.person("dana", Role.SUPERVISOR);
    Answer tied = dana.post(path(after) + "/tie", "{\"case\": \"" + caseId + "\"}", "If-Match: *");
    assertThat(tied.status()).as(tied.text()).isEqualTo(200);
    String erase = because("SUBJECT_REQUEST");

    Answer hers = jelena.post(path(before) + "/erase", erase, "If-Match: *");
    Answer danas = dana.post(path(after) + "/erase", erase, "If-Match: *");

    assertThat(hers.json().path("standing").asString()).as(hers.text()).isEqualTo("TIED");
    assertThat(danas.json().path("standing").asString()).as(danas.text()).isEqualTo("TIED");
    assertThat(vera.post(path(before) + "/erase", erase, "If-Match: *").json().path("standing"))
        .hasToString("\"ERASED\"");
    assertThat(vera.post(path(after) + "/erase", erase, "If-Match: *").json().path("standing"))
        .hasToString("\"ERASED\"");
  }

  private String trail(Answer tip) {
    return requireNonNull(
            intake
                .bean(MongoDatabase.class)
                .getCollection("audit")
                .find(
                    Filters.and(
                        Filters.eq("fields.verb", "ERASE"), Filters.eq("fields.subjects", id(tip))))
                .first())
        .toJson();
  }

  @Test
  @Proves({7, 8})
  void twoPersonsEraseATipOfASearchTogether() {
    String planted = "Planted-" + UUID.randomUUID();
    Answer tip = tips.taken(planted, "");
    tips.tied(tip, tips.opened(""));
    String erase = because("COURT_ORDER");

    Answer first = jelena.post(path(tip) + "/erase", erase, "If-Match: *");

    assertThat(first.json().path("standing").asString()).isEqualTo("TIED");
    JsonNode word = ana.get(path(tip)).json().path("toErase");
    assertThat(word.path("by").asString()).isEqualTo("person-jelena");
    assertThat(word.path("reason").asString()).isEqualTo("COURT_ORDER");
    assertThat(jelena.post(path(tip) + "/erase", erase, "If-Match: *").problem())
        .isEqualTo("another-person-needed");

    Answer second = vera.post(path(tip) + "/erase", erase, ifMatch(first));

    assertThat(second.json().path("standing").asString()).as(second.text()).isEqualTo("ERASED");
    assertGone(planted);
    assertThat(trail(tip)).contains("COURT_ORDER", "person-vera", "person-jelena");
  }

  @Test
  @Proves(6)
  void whoMayNotSeeTheCaseErasesNoTipOfIt() {
    String login = "aunt-" + UUID.randomUUID();
    intake.person(login, Role.OPERATOR).get("/api/v1/cases?limit=1"); // so that she is known
    Answer tip = tips.taken("a boy in a truck", "");
    tips.tied(tip, tips.opened(", \"notTo\": [\"person:person-" + login + "\"]"));
    Person aunt = intake.person(login, Role.SUPERVISOR);

    Answer refused = aunt.post(path(tip) + "/erase", because("COURT_ORDER"), "If-Match: *");

    assertThat(refused.status()).isEqualTo(404);
    assertThat(ana.get(path(tip)).json().has("toErase")).isFalse();
  }

  @Test
  @Proves(7)
  void whatWasErasedBeforeARestoreIsErasedAgain() {
    Answer tip = tips.taken("of an earlier copy", "");
    var replay = intake.bean(Replay.class);
    var erased = new EndsLine(Instant.EPOCH, "tip/" + id(tip), 2, "erased", Map.of());

    assertThat(replay.replay(erased)).isEqualTo(Replay.Replayed.DONE);
    assertThat(replay.replay(erased)).isEqualTo(Replay.Replayed.KNOWN);

    assertThat(ana.get(path(tip)).status()).isEqualTo(404);
  }
}
