package org.homeward.intake.interviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.homeward.durable.Aggregate;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Edit;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Interviews after a return, over HTTP. */
class InterviewsIT {

  private static final Instant PAST = Instant.parse("2026-03-01T12:00:00Z");
  private static final String PSYCHOLOGIST = "{\"office\": \"PSYCHOLOGIST\", \"name\": \"Dr M\"}";

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();
  private final Person kata = intake.person("kata", Role.CONFIDANT);

  private record Opened(String id, List<String> children) {

    String path() {
      return "/api/v1/cases/" + id;
    }

    String child(String more) {
      return path() + "/children/" + children.getFirst() + more;
    }
  }

  private Opened opened(String says, String children) {
    Answer opened =
        intake
            .jelena()
            .post(
                "/api/v1/reports",
                """
                {"exercise": false, "channel": "PHONE", "notTo": ["person:person-stefan"],
                 "newChildren": [%s], "says": {%s}}"""
                    .formatted(children, says));
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    return new Opened(
        opened.json().path("case").asString(),
        opened.json().path("children").valueStream().map(each -> each.asString("")).toList());
  }

  private Opened found(String says, String children) {
    Opened of = opened(says, children);
    ok(
        ana.post(
            of.child("/end"),
            "{\"outcome\": \"FOUND_SAFE\", \"verifiedBy\": \"POLICE_REFERENCE\", \"reference\": \"P\"}"));
    return of;
  }

  private static Answer ok(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  private String offered(Opened of) {
    Answer answer = ana.post(of.child("/interviews"), PSYCHOLOGIST);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return of.path() + "/interviews/" + answer.json().path("interview").asString();
  }

  private JsonNode first(Person reader, Opened of) {
    return ok(reader.get(of.path() + "/interviews")).json().at("/interviews/0");
  }

  private JsonNode check(Opened of) {
    return ana.get(of.path() + "/work")
        .json()
        .path("checklist")
        .valueStream()
        .filter(each -> each.path("code").asString("").equals("RETURN_INTERVIEW"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Proves(11)
  void anOfferDoesTheItemOfTheChecklistAndKeepsTheCaseOpenUntilTheChildAnswers() {
    Opened of = found("", "{}");
    await()
        .untilAsserted(
            () -> assertThat(ana.get(of.path() + "/work").text()).contains("RETURN_INTERVIEW"));
    assertThat(check(of).has("done")).isFalse();

    String interview = offered(of);

    assertThat(check(of).at("/done/by").asString()).isEqualTo("person-ana");
    assertThat(ana.get(of.path() + "/ending").json().path("open").toString()).contains("INTERVIEW");
    assertThat(ana.post(of.child("/interviews"), PSYCHOLOGIST).problem())
        .isEqualTo("interview-offered");
    ok(ana.post(interview + "/refused", "{}"));
    assertThat(ana.get(of.path() + "/ending").json().path("open").toString())
        .doesNotContain("INTERVIEW");
    assertThat(first(ana, of).at("/end/held").asBoolean(true)).isFalse();
    assertThat(kata.post(interview + "/held", "{}").problem()).isEqualTo("interview-over");
    assertThat(offered(of)).as("it may want one later").isNotEqualTo(interview);
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
  @Proves({6, 12})
  void aDangerBecomesAHeldReportOfTheCaseAtOnce() {
    Opened of = found("", "{}, {}");
    String interview = offered(of);

    ok(
        kata.post(
            interview + "/held",
            "{\"answers\": [{\"question\": \"HARM\", \"text\": \"own words\"}],"
                + " \"danger\": {\"text\": \"an uncle waits\", \"feared\": [\"CAREGIVER\"]}}"));

    JsonNode danger = first(kata, of).at("/end/danger");
    assertThat(danger.path("case").asString()).isEqualTo(of.id());
    JsonNode reports = ana.get(of.path()).json().path("reports");
    assertThat(reports.size()).isEqualTo(2);
    JsonNode report = reports.path(1);
    assertThat(report.path("id").asString()).isEqualTo(danger.path("report").asString());
    assertThat(report.at("/policeRelease/status").asString()).isEqualTo("HELD");
    assertThat(report.path("proposal").asString()).isEqualTo("HOLD");
    assertThat(report.at("/says/circumstances/text").asString()).isEqualTo("an uncle waits");
    assertThat(report.at("/says/risk/level").asString()).isEqualTo("HIGH");
    assertThat(report.toString()).doesNotContain("own words");
    assertThat(intake.all("rs.cases"))
        .noneMatch(record -> new String(record.value()).contains("an uncle waits"));
  }

  @Test
  @Proves({6, 12})
  void afterTheEndItIsTheReportOfACaseOfItsOwn() {
    Opened of = found("", "{}");
    String interview = offered(of);

    ok(kata.post(interview + "/held", "{\"danger\": {\"text\": \"an uncle waits\"}}"));

    String opened = first(kata, of).at("/end/danger/case").asString();
    assertThat(opened).isNotEmpty().isNotEqualTo(of.id());
    JsonNode now = ana.get("/api/v1/cases/" + opened).json();
    assertThat(now.at("/facts/category").asString()).isEqualTo("AT_RISK");
    assertThat(now.path("notTo").toString()).isEqualTo("[\"person:person-stefan\"]");
    assertThat(now.at("/reports/0/policeRelease/status").asString()).isEqualTo("HELD");
    assertThat(ana.get(of.child("")).json().path("episodes").size()).isEqualTo(2);
  }

  @Test
  @Proves({1, 11})
  void aDangerThatACrashLeftIsFiledByTheAlarm() {
    Opened of = found("", "{}");
    var end =
        new Interview.End(
            true, Map.of(), new Danger("an uncle waits", List.of(), null), "person-kata", PAST);
    var left =
        new Interview(
            of.id(),
            of.children().getFirst(),
            1,
            false,
            new Interviewer(Interviewer.Office.PSYCHOLOGIST, null, "M"),
            "person-ana",
            PAST,
            end);
    String id = UUID.randomUUID().toString();
    aggregate()
        .documents()
        .claim(
            id,
            Edit.<KeptInterview>of(left, "person-kata")
                .withDues(Map.of(ChangeInterview.SETTLE_DUE, PAST)),
            new Command("crashed-" + id, ""),
            "offered");

    await()
        .untilAsserted(() -> assertThat(first(kata, of).at("/end/danger").has("report")).isTrue());
  }

  @SuppressWarnings("unchecked")
  private Aggregate<KeptInterview> aggregate() {
    return intake.bean("keptInterviews", Aggregate.class);
  }

  @Test
  @Proves(6)
  void nobodyWhoIsInvolvedSpeaksWithTheChild() {
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
