package org.homeward.intake.tips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.intake.tips.TrialTips.GRADE;
import static org.homeward.intake.tips.TrialTips.PLAIN;
import static org.homeward.intake.tips.TrialTips.id;
import static org.homeward.intake.tips.TrialTips.ifMatch;
import static org.homeward.intake.tips.TrialTips.path;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.homeward.durable.recovery.EndsLog;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialHandover;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.event.Envelope;
import org.homeward.schema.values.Audience;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A tip is graded, tied to a case, made a report and laid aside. */
class TipTriageIT {

  private final TrialIntake intake = TrialIntake.get();
  private final TrialTips tips = new TrialTips(intake);
  private final Person ana = intake.ana();
  private final Person marko = intake.person("marko", Role.OPERATOR);

  @Test
  void aPersonGradesATipWithAReason() {
    Answer tip = tips.taken("a boy in a truck", "");
    assertThat(ana.post(path(tip) + "/grade", GRADE).status()).isEqualTo(428);
    assertThat(
            ana.post(path(tip) + "/grade", GRADE.replace("works at the station", " "), ifMatch(tip))
                .status())
        .isEqualTo(422);

    Answer graded = ana.post(path(tip) + "/grade", GRADE, ifMatch(tip));
    Answer stale = marko.post(path(tip) + "/grade", GRADE, ifMatch(tip));

    assertThat(graded.status()).as(graded.text()).isEqualTo(200);
    assertThat(stale.status()).isEqualTo(412);
    JsonNode found = ana.get(path(tip)).json();
    assertThat(found.at("/grade/source").asString()).isEqualTo("B");
    assertThat(found.at("/grade/by").asString()).isEqualTo("person-ana");
  }

  @Test
  void aPersonPutsATipOnTheMapAndItsReportHasThePoint() {
    String caseId = tips.opened("");
    Answer tip = tips.taken("a boy at the ramp", ", \"place\": \"the ramp\"");
    String point = "{\"latitude\": %s, \"longitude\": 19.84, \"withinMetres\": 500}";
    for (String wrong : new String[] {"90.1", "\"45\"", "null", "1e400"}) {
      Answer refused = ana.post(path(tip) + "/locate", point.formatted(wrong), ifMatch(tip));
      assertThat(refused.status()).as(refused.text()).isIn(400, 422);
    }
    assertThat(ana.post(path(tip) + "/locate", point.formatted("45.25")).status()).isEqualTo(428);

    Answer located = ana.post(path(tip) + "/locate", point.formatted("45.25"), ifMatch(tip));

    assertThat(located.status()).as(located.text()).isEqualTo(200);
    JsonNode found = ana.get(path(tip)).json();
    assertThat(found.at("/spot/latitude").asDouble()).isEqualTo(45.25);
    assertThat(found.at("/spot/by").asString()).isEqualTo("person-ana");
    ana.post(path(tip) + "/grade", GRADE, "If-Match: *");
    ana.post(path(tip) + "/tie", "{\"case\": \"" + caseId + "\"}", "If-Match: *");
    ana.postNothing(path(tip) + "/report", "If-Match: *");
    JsonNode place =
        ana.get("/api/v1/cases/" + caseId).json().at("/reports/1/says/sightings/0/place");
    assertThat(place.path("latitude").asDouble()).isEqualTo(45.25);
    assertThat(place.path("uncertaintyMetres").asInt()).isEqualTo(500);
    assertThat(ana.post(path(tip) + "/locate", point.formatted("45.3"), "If-Match: *").text())
        .contains("tip-reported");
  }

  @Test
  void anOldTimeIsAHintAndNoRefusal() {
    String caseId = tips.opened(", \"says\": {\"lastSeen\": {\"at\": \"2026-02-01T12:00:00Z\"}}");
    Answer early = tips.taken("early", ", \"seenAt\": \"2026-02-01T09:00:00Z\"");
    Answer late = tips.taken("late", ", \"seenAt\": \"2026-02-01T18:00:00Z\"");
    assertThat(tips.tied(early, caseId).status()).isEqualTo(200);
    tips.tied(late, caseId);

    assertThat(ana.get(path(early)).json().path("timeFits").asBoolean(true)).isFalse();
    assertThat(ana.get(path(late)).json().path("timeFits").asBoolean(false)).isTrue();
    assertThat(TrialTips.ids(ana, "&case=" + caseId)).containsExactly(id(late), id(early));
  }

  @Test
  @Proves({2, 12})
  void aTipBecomesOneHeldReportWithItsGradeAndWithoutItsContact() {
    String caseId = tips.opened("");
    Answer tip =
        tips.taken(
            "a boy in a truck",
            ", \"contact\": \"secret-contact\", \"place\": \"the ramp\", \"seenAt\":"
                + " \"2026-02-01T09:00:00Z\"");
    assertThat(ana.postNothing(path(tip) + "/report", "If-Match: *").text())
        .contains("tip-not-tied");
    Answer tied = tips.tied(tip, caseId);
    assertThat(ana.postNothing(path(tip) + "/report", "If-Match: *").text())
        .contains("tip-not-graded");
    Answer graded = ana.post(path(tip) + "/grade", GRADE, ifMatch(tied));

    Answer reported = ana.postNothing(path(tip) + "/report", ifMatch(graded));
    Answer again = ana.postNothing(path(tip) + "/report", ifMatch(graded));

    assertThat(reported.status()).as(reported.text()).isEqualTo(200);
    assertThat(again.text()).isEqualTo(reported.text());
    JsonNode found = ana.get("/api/v1/cases/" + caseId).json();
    assertThat(found.path("reports")).hasSize(2);
    JsonNode report = found.at("/reports/1");
    assertThat(report.path("report").asString(report.path("id").asString()))
        .isEqualTo(reported.json().path("report").asString());
    assertThat(report.at("/policeRelease/status").asString()).isEqualTo("HELD");
    assertThat(report.at("/says/sightings/0/source").asString()).isEqualTo("B");
    assertThat(report.at("/says/sightings/0/place/text").asString()).isEqualTo("the ramp");
    assertThat(found.toString()).doesNotContain("secret-contact");
    assertThat(ana.get(path(tip)).json().path("standing").asString()).isEqualTo("REPORTED");
    assertThat(ana.post(path(tip) + "/grade", GRADE, "If-Match: *").text())
        .contains("tip-reported");
  }

  @Test
  void tipsTakeTheirShareOfACaseAndLeaveTheRestToThoseWhoCall() {
    String caseId = tips.opened("");
    String words = "信".repeat(3_900);
    for (int i = 0; i < 8; i++) {
      assertThat(filed(words + i, caseId).status()).as("tip " + i).isEqualTo(200);
    }

    Answer refused = filed(words + 8, caseId);

    assertThat(refused.status()).as(refused.text()).isEqualTo(409);
    assertThat(refused.text()).contains("no-room-for-tips");
    Answer called =
        ana.post(
            "/api/v1/cases/" + caseId + "/reports", PLAIN.replace("[{}]", "[]"), "If-Match: *");
    assertThat(called.status()).as(called.text()).isEqualTo(201);
  }

  private Answer filed(String text, String caseId) {
    Answer tip = tips.taken(text, "");
    tips.tied(tip, caseId);
    ana.post(path(tip) + "/grade", GRADE, "If-Match: *");
    return ana.postNothing(path(tip) + "/report", "If-Match: *");
  }

  @Test
  void whatNobodyNeedsIsLaidAsideAndSaysWhenItGoes() {
    Answer tip = tips.taken("a joke, surely", "");
    JsonNode before = ana.get(path(tip)).json();

    Answer aside = ana.post(path(tip) + "/no-use", "{\"reason\": \"a joke\"}", ifMatch(tip));

    assertThat(aside.status()).as(aside.text()).isEqualTo(200);
    JsonNode found = ana.get(path(tip)).json();
    assertThat(found.path("standing").asString()).isEqualTo("NO_USE");
    assertThat(found.at("/noUse/reason").asString()).isEqualTo("a joke");
    assertThat(found.path("erasedAt").asString()).isEqualTo(before.path("erasedAt").asString());
    assertThat(Instant.parse(found.path("erasedAt").asString()))
        .isEqualTo(Instant.parse(found.path("receivedAt").asString()).plusSeconds(90L * 86_400));
  }

  private static final String LAST_SEEN =
      ", \"says\": {\"lastSeen\": {\"at\": \"2026-02-01T12:00:00Z\"}}";

  /** A sighting that somebody gives for a case, in one step. */
  private Answer sighting(String caseId, String seenAt, String more) {
    return tips.taken(
        "a boy at the bus station",
        ", \"case\": \"%s\", \"grade\": %s, \"place\": \"bus station\", \"seenAt\": \"%s\"%s"
            .formatted(caseId, GRADE, seenAt, more));
  }

  private void released(String caseId, Answer reported) {
    String report = reported.json().path("report").asString();
    String path = "/api/v1/cases/" + caseId + "/reports/" + report + "/release";
    Answer told =
        ana.post(
            path,
            "{\"desk\": \"pu-x\", \"basis\": \"LEGAL_DUTY\", \"reason\": \"seen\"}",
            "If-Match: *");
    assertThat(told.status()).as(told.text()).isEqualTo(200);
  }

  @Test
  void aSightingIsTakenGradedAndTiedInOneStep() {
    String caseId = tips.opened("");

    Answer taken = sighting(caseId, "2026-02-01T15:00:00Z", "");

    JsonNode found = ana.get(path(taken)).json();
    assertThat(found.path("case").asString()).isEqualTo(caseId);
    assertThat(found.path("standing").asString()).isEqualTo("TIED");
    assertThat(found.at("/grade/source").asString()).isEqualTo("B");
    assertThat(found.at("/grade/by").asString()).isEqualTo("person-ana");
    assertThat(found.has("erasedAt")).as("as long as the case is searched").isFalse();
    assertThat(ana.postNothing(path(taken) + "/report", ifMatch(taken)).status()).isEqualTo(200);
  }

  @Test
  @Proves({6, 7, 9})
  void aSightingOfACaseThatThisPersonMayNotSeeIsNotStored() {
    String hidden = tips.opened(", \"notTo\": [\"person:person-marko\"]");
    String gone = tips.opened("");
    tips.erase(gone);
    String body = "{\"text\": \"x\", \"exercise\": %s, \"channel\": \"PHONE\", \"case\": \"%s\"}";
    int before = TrialTips.ids(ana, "").size();

    String taken = TrialTips.TIPS + "/taken";
    assertThat(marko.post(taken, body.formatted(false, hidden)).status()).isEqualTo(404);
    assertThat(marko.post(taken, body.formatted(false, "nobody")).status()).isEqualTo(404);
    assertThat(ana.post(taken, body.formatted(false, gone)).status()).isEqualTo(410);
    assertThat(ana.post(taken, body.formatted(true, hidden)).problem())
        .isEqualTo("exercise-and-real");
    Answer wrong =
        ana.post(
            taken, body.formatted(false, hidden).replace("}", ", \"grade\": {\"source\": \"G\"}}"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.text()).contains("/grade/source", "/grade/information", "/grade/reason");

    assertThat(TrialTips.ids(ana, "")).hasSize(before);
  }

  @Test
  @Proves({6, 12})
  void aReleasedSightingOfALaterTimeStandsBesideTheReportedPlace() {
    String caseId = tips.opened(LAST_SEEN);
    Answer taken = sighting(caseId, "2026-02-01T15:00:00Z", ", \"withinMinutes\": 15");
    Answer reported = ana.postNothing(path(taken) + "/report", "If-Match: *");
    String path = "/api/v1/cases/" + caseId;
    assertThat(ana.get(path).json().has("seenSince")).as("while it is held").isFalse();

    released(caseId, reported);

    JsonNode found = ana.get(path).json();
    JsonNode since = found.path("seenSince");
    assertThat(since.path("at").asString()).isEqualTo("2026-02-01T15:00:00Z");
    assertThat(since.path("uncertaintyMinutes").asInt()).isEqualTo(15);
    assertThat(since.at("/place/text").asString()).isEqualTo("bus station");
    assertThat(since.path("source").asString()).isEqualTo("B");
    assertThat(since.path("information").asString()).isEqualTo("PROBABLE");
    assertThat(since.path("report").asString())
        .isEqualTo(reported.json().path("report").asString());
    assertThat(since.path("channel").asString()).isEqualTo("PHONE");
    assertThat(found.at("/facts/lastSeen/at").asString()).isEqualTo("2026-02-01T12:00:00Z");
    assertThat(line(caseId).path("seenSince")).isEqualTo(since);
    Answer early = sighting(caseId, "2026-02-01T09:00:00Z", "");
    released(caseId, ana.postNothing(path(early) + "/report", "If-Match: *"));
    assertThat(ana.get(path).json().path("seenSince")).isEqualTo(since);
  }

  private JsonNode line(String caseId) {
    return ana.get("/api/v1/cases?order=CHANGED&limit=200")
        .json()
        .path("cases")
        .valueStream()
        .filter(each -> each.path("id").asString().equals(caseId))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Proves(7)
  void anErasedTipTakesItsSightingBack() {
    String caseId = tips.opened(LAST_SEEN);
    Answer taken = sighting(caseId, "2026-02-01T15:00:00Z", "");
    released(caseId, ana.postNothing(path(taken) + "/report", "If-Match: *"));
    String path = "/api/v1/cases/" + caseId;
    assertThat(ana.get(path).json().has("seenSince")).isTrue();
    String erase = "{\"reason\": \"OPENED_BY_MISTAKE\"}";

    intake.jelena().post(path(taken) + "/erase", erase, "If-Match: *");
    assertThat(ana.get(path).json().has("seenSince")).as("after one of two words").isTrue();
    Answer erased = intake.vera().post(path(taken) + "/erase", erase, "If-Match: *");

    assertThat(erased.json().path("standing").asString()).as(erased.text()).isEqualTo("ERASED");
    JsonNode found = ana.get(path).json();
    assertThat(found.has("seenSince")).isFalse();
    assertThat(found.path("reports")).hasSize(2);
    assertThat(found.toString()).doesNotContain("bus station");
  }

  @Test
  @Proves({2, 5, 6, 8, 10})
  void aTipAboutAPartnersCaseIsShownAsItGoesToTheOwnerAndSaysThatItWent() {
    String own = tips.opened("");
    TrialHandover handover = TrialHandover.held();
    intake.tell("rs.handovers", handover.caseId, handover.released("lost by the sea"));
    await().until(() -> ana.get("/api/v1/cases/" + handover.caseId).status() == 200);
    Answer tip = tips.taken("a boy in a truck", ", \"contact\": \"secret-contact\"");
    String path = path(tip);
    String sent = "{\"handover\": \"%s\", \"sighting\": \"5f0c1d2e-3a4b-8c5d-9e6f-708192a3b4c5\"}";
    String to = sent.formatted(handover.id);
    assertThat(ana.get(path + "/sighting").problem()).isEqualTo("tip-not-tied");
    tips.tied(tip, handover.caseId);
    assertThat(ana.get(path + "/sighting").problem()).isEqualTo("tip-not-graded");
    ana.post(path + "/grade", GRADE, "If-Match: *");
    assertThat(ana.postNothing(path + "/report", "If-Match: *").problem())
        .isEqualTo("not-the-owner");

    Answer shown = ana.get(path + "/sighting");
    Person mila = intake.person("mila", Role.OPERATOR);
    assertThat(mila.get(path + "/sighting").status()).isEqualTo(200);
    assertThat(intake.vera().get("/api/v1/audit/intake?case=" + handover.caseId).text())
        .as("her look")
        .contains("person-mila");
    Answer kept =
        ana.post(
            "/api/v1/cases/" + handover.caseId + "/not-to",
            "{\"notTo\": [\"person:person-mila\"]}");
    assertThat(kept.status()).as(kept.text()).isEqualTo(200);
    assertThat(mila.get(path + "/sighting").status()).isEqualTo(404);
    assertThat(mila.post(path + "/sent", to, "If-Match: *").status()).isEqualTo(404);

    assertThat(shown.json().path("handover").asString()).as(shown.text()).isEqualTo(handover.id);
    assertThat(shown.json().at("/says/sightings/0/source").asString()).isEqualTo("B");
    assertThat(shown.text())
        .contains("a boy in a truck")
        .doesNotContain("secret-contact", "works at the station");
    Answer wrong =
        ana.post(path + "/sent", sent.formatted(tip.json().path("tip").asString()), "If-Match: *");
    assertThat(wrong.status()).as(wrong.text()).isEqualTo(422);
    assertThat(wrong.text()).contains("of-another-case");
    String taken = to.replace("}", ", \"takenBack\": true}");
    assertThat(ana.post(path + "/sent", taken, "If-Match: *").problem()).isEqualTo("tip-not-sent");
    Answer told = ana.post(path + "/sent", to, ifMatch(shown));
    assertThat(told.status()).as(told.text()).isEqualTo(200);
    assertThat(marko.post(path + "/sent", to, "If-Match: *").status()).isEqualTo(200);
    String other = to.replace("5f0c1d2e", "6f0c1d2e");
    assertThat(marko.post(path + "/sent", other, "If-Match: *").problem()).isEqualTo("tip-sent");
    JsonNode found = ana.get(path).json();
    assertThat(found.path("standing").asString()).isEqualTo("SENT");
    assertThat(found.at("/sent/by").asString()).isEqualTo("person-ana");
    assertThat(ana.get(path + "/sighting").problem()).isEqualTo("tip-sent");
    assertThat(ana.post(path + "/grade", GRADE, "If-Match: *").problem()).isEqualTo("tip-sent");
    String erase = "{\"reason\": \"SUBJECT_REQUEST\"}";
    assertThat(intake.jelena().post(path + "/erase", erase, "If-Match: *").problem())
        .isEqualTo("tip-not-taken-back");
    String back = to.replace("}", ", \"takenBack\": true}");
    assertThat(marko.post(path + "/sent", back, "If-Match: *").status()).isEqualTo(200);
    assertThat(ana.get(path).json().at("/sent/takenBack/by").asString()).isEqualTo("person-marko");
    assertThat(intake.jelena().post(path + "/erase", erase, "If-Match: *").status()).isEqualTo(200);

    Answer ours = sighting(own, "2026-02-01T15:00:00Z", "");
    assertThat(ana.get(path(ours) + "/sighting").problem()).isEqualTo("tip-not-abroad");
    assertThat(ana.post(path(ours) + "/sent", to, "If-Match: *").problem())
        .isEqualTo("tip-not-abroad");

    intake.tell("rs.handovers", handover.caseId, handover.recalled());
    await().until(() -> ana.get(path).status() == 404);
  }

  @Test
  @Proves({2, 5, 12})
  void whatAPartnersPersonGradedIsATipOfTheCaseAndNoFact() {
    String caseId = tips.opened(", \"notTo\": [\"person:person-marko\"]");
    TrialHandover handover = TrialHandover.of(caseId);
    Envelope<?> told = handover.tipped("a boy on the ferry");
    intake.tell("rs.handovers", caseId, told);
    await().until(() -> TrialTips.ids(ana, "&case=" + caseId).size() == 1);
    intake.tell("rs.handovers", caseId, told);
    intake.tell("rs.handovers", caseId, handover.tipped("a boy on the ferry", "two boys"));
    await().until(() -> TrialTips.ids(ana, "&case=" + caseId).size() == 2);

    JsonNode tip =
        TrialTips.list(ana, "&case=" + caseId).stream()
            .filter(each -> each.path("text").asString().equals("a boy on the ferry"))
            .findFirst()
            .orElseThrow();

    assertThat(tip.path("channel").asString()).isEqualTo("PARTNER");
    assertThat(tip.path("standing").asString()).isEqualTo("TIED");
    assertThat(tip.at("/grade/source").asString()).isEqualTo("C");
    assertThat(tip.at("/grade/by").asString()).isEqualTo("partner");
    assertThat(tip.path("place").asString()).isEqualTo("the ferry");
    assertThat(tip.at("/spot/latitude").asDouble()).isEqualTo(40.93);
    JsonNode found = ana.get("/api/v1/cases/" + caseId).json();
    assertThat(found.path("sightings").toString()).contains("a boy on the ferry");
    assertThat(found.path("facts").toString()).doesNotContain("ferry");
    assertThat(found.path("reports")).hasSize(1);
    String path = "/api/v1/tips/" + tip.path("tip").asString();
    assertThat(marko.get(path).status()).as("as hidden as its case").isEqualTo(404);
    assertThat(ana.post(path + "/grade", GRADE, "If-Match: *").status()).isEqualTo(200);
    Answer reported = ana.postNothing(path + "/report", "If-Match: *");
    assertThat(reported.status()).as(reported.text()).isEqualTo(200);
    JsonNode report = ana.get("/api/v1/cases/" + caseId).json().at("/reports/1");
    assertThat(report.at("/policeRelease/status").asString()).isEqualTo("HELD");
    assertThat(report.at("/says/sightings/0/source").asString()).isEqualTo("B");

    String other =
        "/api/v1/tips/"
            + TrialTips.list(ana, "&case=" + caseId).stream()
                .filter(each -> each.path("text").asString().equals("two boys"))
                .findFirst()
                .orElseThrow()
                .path("tip")
                .asString();
    String erase = "{\"reason\": \"SUBJECT_REQUEST\"}";
    intake.jelena().post(other + "/erase", erase, "If-Match: *");
    Answer erased = intake.vera().post(other + "/erase", erase, "If-Match: *");
    assertThat(erased.json().path("standing").asString()).as(erased.text()).isEqualTo("ERASED");
    assertThat(ana.get("/api/v1/cases/" + caseId).text())
        .as("erased here")
        .contains("a boy on the ferry")
        .doesNotContain("two boys");

    intake.tell("rs.handovers", caseId, handover.withdrawn());

    await().until(() -> TrialTips.ids(ana, "&case=" + caseId).isEmpty());
    await()
        .untilAsserted(
            () ->
                assertThat(intake.bean(EndsLog.class).read().lines())
                    .as("a copy from before loses it too")
                    .anyMatch(
                        line ->
                            line.subject().equals("tip/" + tip.path("tip").asString())
                                && line.what().equals("erased")));
    await()
        .untilAsserted(
            () -> {
              String left = ana.get("/api/v1/cases/" + caseId).text();
              assertThat(left).doesNotContain("a boy on the ferry", "two boys", "the ferry");
            });
    intake.tell("rs.handovers", caseId, told);
    intake.tell("rs.handovers", caseId, handover.braked());
    await()
        .until(
            () -> ana.get("/api/v1/cases/" + caseId).json().path("standing").asString(),
            "FROZEN"::equals);
    assertThat(TrialTips.ids(ana, "&case=" + caseId)).as("told again, late").isEmpty();
  }

  /** Somebody had read it, and files it while two others erase it. */
  @Test
  @Proves(7)
  void aTipThatWasErasedMeanwhileLeavesNoSighting() {
    String caseId = tips.opened(LAST_SEEN);
    Answer taken = sighting(caseId, "2026-02-01T15:00:00Z", "");
    var viewer =
        new Viewer("person-ana", "operator", Set.of(Audience.CASE_TEAM), Purpose.CASE_WORK);
    var seen = intake.bean(LookAtTip.class).at(id(taken), viewer).orElseThrow();
    var of = intake.bean(LookAtCase.class).at(caseId, viewer).orElseThrow();
    String erase = "{\"reason\": \"OPENED_BY_MISTAKE\"}";
    intake.jelena().post(path(taken) + "/erase", erase, "If-Match: *");
    intake.vera().post(path(taken) + "/erase", erase, "If-Match: *");
    var fileTip =
        new FileTip(
            intake.bean(ChangeCase.class),
            intake.bean(ChangeTip.class),
            intake.bean(TakeTipBack.class),
            Clock.systemUTC());

    assertThat(fileTip.file(seen, of)).isEqualTo(new FileTip.Filed.Gone());

    assertThat(ana.get("/api/v1/cases/" + caseId).text()).doesNotContain("bus station");
  }
}
