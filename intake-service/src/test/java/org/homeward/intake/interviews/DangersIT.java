package org.homeward.intake.interviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.intake.interviews.TrialInterviews.first;
import static org.homeward.intake.interviews.TrialInterviews.found;
import static org.homeward.intake.interviews.TrialInterviews.offered;
import static org.homeward.intake.interviews.TrialInterviews.ok;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.durable.Aggregate;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Edit;
import org.homeward.face.access.Role;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.interviews.TrialInterviews.Opened;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.Says;
import org.homeward.schema.values.Text;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A danger that a child names in an interview becomes one held report. */
class DangersIT {

  private static final Instant PAST = Instant.parse("2026-03-01T12:00:00Z");

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();
  private final Person kata = intake.person("kata", Role.CONFIDANT);

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
    assertThat(now.path("kind").asString()).isEqualTo("AT_RISK");
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
            PAST,
            end);
    left(UUID.randomUUID().toString(), left);

    await()
        .untilAsserted(() -> assertThat(first(kata, of).at("/end/danger").has("report")).isTrue());
  }

  /** As if the process had died then. */
  private void left(String id, Interview left) {
    aggregate()
        .documents()
        .claim(
            id,
            Edit.<KeptInterview>of(left, "person-kata")
                .withDues(Map.of(ChangeInterview.SETTLE_DUE, PAST)),
            new Command("crashed-" + id, ""),
            "offered");
  }

  @Test
  @Proves(2)
  void aDangerThatTheCaseTookBeforeACrashAndTheEndIsNotFiledAnew() {
    Opened of = found("", "{}, {}");
    String id = UUID.randomUUID().toString();
    Says says = Says.builder().circumstances(new Text("und", "an uncle waits")).build();
    intake
        .bean(ChangeCase.class)
        .join(
            of.id(),
            new ChangeCase.FurtherReport(false, Channel.OTHER, List.of(), says),
            new Command("interview/" + id + "/joined", ""),
            "person-kata");
    ok(
        ana.post(
            of.path() + "/children/" + of.children().getLast() + "/end",
            "{\"outcome\": \"FOUND_SAFE\", \"verifiedBy\": \"POLICE_REFERENCE\", \"reference\": \"P\"}"));
    var end =
        new Interview.End(
            true, Map.of(), new Danger("an uncle waits", List.of(), null), "person-kata", PAST);
    left(
        id,
        new Interview(
            of.id(),
            of.children().getFirst(),
            1,
            false,
            new Interviewer(Interviewer.Office.PSYCHOLOGIST, null, "M"),
            "person-ana",
            PAST,
            PAST,
            end));

    await()
        .untilAsserted(
            () ->
                assertThat(first(kata, of).at("/end/danger/case").asString("")).isEqualTo(of.id()));
    assertThat(ana.get(of.path()).json().path("reports").size()).isEqualTo(2);
    assertThat(ana.get(of.child("")).json().path("episodes").size()).isEqualTo(1);
  }

  @Test
  @Proves({2, 12})
  void aDangerIsFiledThoughItsConfidantIsKeptFromTheCaseByThen() {
    Opened of = found("", "{}, {}");
    String id = UUID.randomUUID().toString();
    var end =
        new Interview.End(
            true, Map.of(), new Danger("a friend", List.of(), null), "person-stefan", PAST);
    left(
        id,
        new Interview(
            of.id(),
            of.children().getFirst(),
            1,
            false,
            new Interviewer(Interviewer.Office.PSYCHOLOGIST, null, "M"),
            "person-ana",
            PAST,
            PAST,
            end));

    await()
        .untilAsserted(() -> assertThat(first(kata, of).at("/end/danger").has("report")).isTrue());
  }

  @SuppressWarnings("unchecked")
  private Aggregate<KeptInterview> aggregate() {
    return intake.bean("keptInterviews", Aggregate.class);
  }
}
