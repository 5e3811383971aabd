package org.homeward.intake.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialHandover;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Risk and category of a case, over HTTP. */
class AssessmentsIT {

  private static final String UNDER_13 = "{\"question\": \"UNDER_13\", \"answer\": \"YES\"}";
  private static final String FLED = "{\"question\": \"RUNAWAY\", \"answer\": \"YES\"}";
  private static final String CONFIDED =
      "{\"question\": \"SELF_HARM\", \"answer\": \"YES\", \"note\": \"%s\", \"confidant\": true}";

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();
  private final Person marko = intake.person("marko", Role.OPERATOR);
  private final Person kata = intake.person("kata", Role.CONFIDANT);

  private record Opened(String id, String report) {

    String path() {
      return "/api/v1/cases/" + id;
    }

    String assessments() {
      return path() + "/assessments";
    }
  }

  private Opened opened(String more) {
    Answer opened =
        ana.post(
            "/api/v1/reports",
            "{\"exercise\": false, \"channel\": \"PHONE\", \"newChildren\": [{}]" + more + "}");
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    return new Opened(
        opened.json().path("case").asString(), opened.json().path("report").asString());
  }

  private static String body(int after, String level, String category, String more) {
    return "{\"after\": %d, \"level\": \"%s\", \"category\": \"%s\"%s}"
        .formatted(after, level, category, more);
  }

  private static String answers(String... answers) {
    return ", \"answers\": [" + String.join(", ", answers) + "]";
  }

  private static String because() {
    return ", \"reason\": \"the mother is reliable\"";
  }

  private static JsonNode made(Person by, Opened of, String body) {
    Answer answer = by.post(of.assessments(), body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json();
  }

  private static List<String> pointers(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    return answer
        .json()
        .path("errors")
        .valueStream()
        .map(each -> each.path("pointer").asString() + " " + each.path("rule").asString())
        .toList();
  }

  private JsonNode facts(Opened of) {
    return ana.get(of.path()).json().path("facts");
  }

  @Test
  void withoutAnyAnswerTheRuleDoesNotSayLow() {
    JsonNode proposed = ana.post("/api/v1/risk/proposals", "{}").json();

    assertThat(proposed.path("level").asString()).isEqualTo("MEDIUM");
    assertThat(proposed.path("category").asString()).isEqualTo("UNDETERMINED");
    assertThat(proposed.path("lines").size()).isEqualTo(QuestionFile.ours().all().size());
    assertThat(proposed.path("lines").valueStream())
        .allMatch(line -> line.path("answer").asString().equals("NOT_ASKED"))
        .allMatch(line -> line.path("reason").has("el") && line.path("source").has("section"));
  }

  @Test
  void whatIsDecidedStandsInTheReportAndIsReviewedByTheOneWhoDecided() {
    Opened of = opened("");

    JsonNode made = made(ana, of, body(0, "HIGH", "RUNAWAY", answers(UNDER_13, FLED)));

    assertThat(made.path("number").asInt()).isEqualTo(1);
    assertThat(made.path("written").asString()).isEqualTo("DONE");
    assertThat(facts(of).at("/risk/level").asString()).isEqualTo("HIGH");
    assertThat(facts(of).at("/risk/criteria/0").asString()).isEqualTo("UNDER_13");
    assertThat(facts(of).path("category").asString()).isEqualTo("RUNAWAY");
    JsonNode item = ana.get(of.path() + "/work").json().at("/items/0");
    assertThat(item.path("kind").asString()).isEqualTo("REVIEW_RISK");
    assertThat(item.path("due").asString()).isEqualTo(made.path("reviewAt").asString());
    assertThat(item.path("owner").asString()).isEqualTo("person-ana");
    JsonNode kept = marko.get(of.assessments()).json().at("/assessments/0");
    assertThat(kept.path("written").asString()).isEqualTo("DONE");
    assertThat(kept.path("by").asString()).isEqualTo("person-ana");
    assertThat(kept.at("/proposal/level").asString()).isEqualTo("HIGH");
  }

  @Test
  void aLaterAssessmentTakesThePlaceOfItsReviewAndChangesNothingEarlier() {
    Opened of = opened("");
    made(ana, of, body(0, "HIGH", "RUNAWAY", answers(UNDER_13, FLED)));
    JsonNode first = marko.get(of.assessments()).json().at("/assessments/0");

    JsonNode second = made(marko, of, body(1, "LOW", "UNDETERMINED", because()));

    JsonNode all = ana.get(of.assessments()).json().path("assessments");
    assertThat(all.size()).isEqualTo(2);
    assertThat(all.path(1)).isEqualTo(first);
    assertThat(all.path(0).path("reason").asString()).isEqualTo("the mother is reliable");
    JsonNode items = ana.get(of.path() + "/work").json().path("items");
    assertThat(items.size()).isEqualTo(1);
    assertThat(items.at("/0/due").asString()).isEqualTo(second.path("reviewAt").asString());
    assertThat(facts(of).at("/risk/level").asString()).isEqualTo("LOW");
    assertThat(facts(of).has("category")).isFalse();
    assertThat(facts(of).at("/answers/category").asString()).isEqualTo("UNKNOWN");
  }

  @Test
  void ofTwoWhoAssessAtOnceOneIsFirst() {
    Opened of = opened("");
    made(ana, of, body(0, "MEDIUM", "UNDETERMINED", ""));

    Answer second = marko.post(of.assessments(), body(0, "HIGH", "UNDETERMINED", because()));

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.text()).contains("assessed-meanwhile");
    assertThat(facts(of).at("/risk/level").asString()).isEqualTo("MEDIUM");
  }

  @Test
  @Proves(2)
  void aRepeatedRequestIsOneAssessmentWhateverTheCaseHasBecome() {
    Opened of = opened("");
    String key = UUID.randomUUID().toString();
    String body = body(0, "MEDIUM", "UNDETERMINED", "");
    Answer first = ana.repeat(of.assessments(), body, key);
    String child = ana.get(of.path()).json().path("children").propertyNames().iterator().next();
    ana.post(
        of.path() + "/children/" + child + "/end",
        "{\"outcome\": \"FOUND_SAFE\", \"verifiedBy\": \"POLICE_REFERENCE\", \"reference\": \"P-1\"}");

    Answer again = ana.repeat(of.assessments(), body, key);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(ana.repeat(of.assessments(), body(0, "HIGH", "RUNAWAY", because()), key).status())
        .isEqualTo(422);
    assertThat(marko.post(of.assessments(), body(1, "MEDIUM", "UNDETERMINED", "")).status())
        .as("nobody searches any more")
        .isEqualTo(409);
    await()
        .untilAsserted(
            () -> assertThat(ana.get(of.path() + "/work").json().path("items")).isEmpty());
  }

  @Test
  void aDecisionAgainstTheProposalSaysWhy() {
    Opened of = opened("");

    assertThat(pointers(ana.post(of.assessments(), body(0, "LOW", "UNDETERMINED", ""))))
        .containsExactly("/reason required");
    assertThat(facts(of).has("risk")).isFalse();
  }

  @Test
  void whatCannotBeIsRefusedWhereItStands() {
    Opened of = opened("");
    String unknown = UUID.randomUUID().toString();

    assertThat(
            pointers(
                ana.post(
                    of.assessments(),
                    body(
                        7,
                        "HIGH",
                        "RUNAWAY",
                        ", \"report\": \""
                            + unknown
                            + "\""
                            + answers(
                                "{\"question\": \"FEAR\", \"answer\": \"YES\"}",
                                UNDER_13,
                                UNDER_13,
                                "{\"question\": \"HARMED\", \"answer\": \"NO\", \"from\": \"x\"}",
                                CONFIDED.formatted("x"))
                            + because()))))
        .containsExactlyInAnyOrder(
            "/after unknown-assessment",
            "/report unknown-report",
            "/answers/0/question unknown-code",
            "/answers/2/question repeated",
            "/answers/3/from unknown-report",
            "/answers/4/confidant not-yours");
  }

  @Test
  void anAssessmentRestsOnTheReportThatSpeaksLast() {
    Opened of = opened(", \"says\": {\"risk\": {\"level\": \"LOW\"}}");
    String join =
        "{\"exercise\": false, \"channel\": \"PHONE\", \"says\": {\"category\": \"RUNAWAY\"}}";
    String later = ana.post(of.path() + "/reports", join).json().path("report").asString();

    JsonNode reports = ana.get(of.assessments()).json().path("reports");
    assertThat(reports.path(0).path("fits").asBoolean()).isFalse();
    assertThat(reports.path(1).path("report").asString()).isEqualTo(later);
    assertThat(reports.path(1).path("fits").asBoolean()).isTrue();
    String earlier = ", \"report\": \"" + of.report() + "\"" + because();
    assertThat(pointers(ana.post(of.assessments(), body(0, "HIGH", "RUNAWAY", earlier))))
        .containsExactly("/report later-report-says");
    made(ana, of, body(0, "HIGH", "RUNAWAY", because()));
    assertThat(facts(of).at("/risk/level").asString()).isEqualTo("HIGH");
  }

  @Test
  @Proves(6)
  void whatWasSaidInConfidenceIsForConfidantsAndLeavesWithNoRelease() {
    String planted = "Planted" + UUID.randomUUID();
    Opened of = opened("");
    JsonNode made =
        made(
            kata,
            of,
            body(
                0,
                "HIGH",
                "RUNAWAY",
                answers(CONFIDED.formatted(planted), FLED) + ", \"reason\": \"" + planted + "\""));
    assertThat(made.path("stays").toString()).isEqualTo("[\"level\"]");

    Answer forTeam = ana.get(of.assessments());
    assertThat(forTeam.text()).doesNotContain(planted, "\"HIGH\",\"category\":\"RUNAWAY\",\"lines");
    assertThat(forTeam.json().at("/assessments/0/proposal/level").asString()).isEqualTo("MEDIUM");
    assertThat(forTeam.json().at("/assessments/0/answers").size()).isEqualTo(1);
    assertThat(kata.get(of.assessments()).text()).contains(planted);

    JsonNode now = ana.get(of.path()).json();
    assertThat(now.at("/facts/risk/level").asString()).as("the team sorts by it").isEqualTo("HIGH");
    release(of);
    await().untilAsserted(() -> assertThat(told(of)).contains("RUNAWAY"));
    assertThat(told(of)).doesNotContain("\"HIGH\"").doesNotContain(planted);

    String keeps = answers(FLED) + ", \"reason\": \"as it was\"";
    made(ana, of, body(1, "HIGH", "RUNAWAY", keeps));
    assertThat(ana.get(of.assessments()).json().at("/assessments/0/stays").toString())
        .as("she cannot know what it rests on")
        .isEqualTo("[\"level\"]");

    made(kata, of, body(2, "HIGH", "RUNAWAY", answers(UNDER_13, FLED)));
    await().untilAsserted(() -> assertThat(told(of)).as("open by now").contains("\"HIGH\""));
  }

  @Test
  @Proves(6)
  void aRoutineReviewDoesNotTakeBackWhatWasConfided() {
    String planted = "Planted" + UUID.randomUUID();
    Opened of = opened("");
    made(kata, of, body(0, "HIGH", "UNDETERMINED", answers(CONFIDED.formatted(planted))));

    assertThat(pointers(ana.post(of.assessments(), body(1, "MEDIUM", "UNDETERMINED", ""))))
        .containsExactly("/reason required");
    JsonNode lowered = made(ana, of, body(1, "MEDIUM", "UNDETERMINED", because()));
    assertThat(lowered.path("stays").toString()).isEqualTo("[\"level\"]");
    assertThat(ana.get(of.assessments()).text())
        .doesNotContain(planted, "SELF_HARM\",\"answer\":\"YES")
        .contains("the mother is reliable");
    assertThat(kata.get(of.assessments()).json().at("/assessments/0/answers/0/note").asString())
        .as("it stands for those who may read it")
        .isEqualTo(planted);

    JsonNode again = made(marko, of, body(2, "MEDIUM", "UNDETERMINED", because()));
    assertThat(again.path("stays").toString()).isEqualTo("[\"level\"]");
  }

  @Test
  @Proves(6)
  void aWiderLimitThatWasThereDoesNotTakeAConfidedLevelOut() {
    Opened of =
        opened(
            ", \"says\": {\"risk\": {\"level\": \"LOW\"},"
                + " \"audiences\": {\"risk\": [\"CASE_TEAM\", \"POLICE\"]}}");

    release(of);
    await().untilAsserted(() -> assertThat(told(of)).contains("\"LOW\""));

    made(kata, of, body(0, "HIGH", "UNDETERMINED", answers(CONFIDED.formatted("x"))));

    await().untilAsserted(() -> assertThat(told(of)).doesNotContain("\"LOW\""));
    assertThat(told(of)).doesNotContain("\"HIGH\"");
    made(kata, of, body(1, "HIGH", "UNDETERMINED", answers(UNDER_13)));
    await().untilAsserted(() -> assertThat(told(of)).contains("\"HIGH\""));
  }

  private void release(Opened of) {
    long version = ana.get(of.path()).json().path("version").asLong();
    Answer released =
        ana.post(
            of.path() + "/reports/" + of.report() + "/release",
            "{\"desk\": \"d\", \"basis\": \"VITAL_INTEREST\", \"reason\": \"danger\"}",
            "If-Match: \"" + version + "\"");
    assertThat(released.status()).as(released.text()).isEqualTo(200);
  }

  /** The newest record of the case on the topic. */
  private String told(Opened of) {
    return intake.all("rs.cases").stream()
        .filter(each -> of.id().equals(each.key()))
        .map(each -> new String(each.value(), java.nio.charset.StandardCharsets.UTF_8))
        .reduce("", (_, newest) -> newest);
  }

  @Test
  @Proves(5)
  void anotherNodesCaseIsAssessedThere() {
    var handover = TrialHandover.held();
    intake.tell("rs.handovers", handover.caseId, handover.released("seen"));
    String path = "/api/v1/cases/" + handover.caseId;
    await().untilAsserted(() -> assertThat(ana.get(path).status()).isEqualTo(200));

    Answer refused = ana.post(path + "/assessments", body(0, "MEDIUM", "UNDETERMINED", ""));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text()).contains("not-the-owner");
  }

  @Test
  @Proves({7, 8})
  void anErasedCaseTakesItsAssessmentsAlong() {
    String planted = "Planted" + UUID.randomUUID();
    Opened of = opened("");
    made(ana, of, body(0, "LOW", "UNDETERMINED", ", \"reason\": \"" + planted + "\""));

    String erase = "{\"reason\": \"COURT_ORDER\"}";
    intake.jelena().post(of.path() + "/erase", erase);
    intake.vera().post(of.path() + "/erase", erase);

    var database = intake.bean(MongoDatabase.class);
    await()
        .untilAsserted(
            () -> {
              for (String collection : new String[] {"assessments", "assessment-history"}) {
                for (Document each : database.getCollection(collection).find()) {
                  assertThat(each.toJson()).doesNotContain(planted).doesNotContain(of.id());
                }
              }
            });
    assertThat(ana.get(of.assessments()).status()).isEqualTo(410);
    assertThat(ana.post(of.assessments(), body(1, "MEDIUM", "UNDETERMINED", "")).status())
        .isEqualTo(410);
  }

  @Test
  @Proves(10)
  void aLookAtAssessmentsIsRecordedAndTheOfficerOnlyReads() {
    Opened of = opened("");

    assertThat(marko.get(of.assessments()).status()).isEqualTo(200);
    assertThat(intake.vera().get(of.assessments()).status()).isEqualTo(200);
    assertThat(intake.vera().post(of.assessments(), body(0, "MEDIUM", "UNDETERMINED", "")).status())
        .isEqualTo(403);
    assertThat(intake.vera().get("/api/v1/audit/intake?case=" + of.id()).text())
        .contains("person-marko");
  }
}
