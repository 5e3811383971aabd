package org.homeward.intake.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.homeward.durable.Aggregate;
import org.homeward.durable.command.Command;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.face.testing.Answer;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.intake.worksheets.ReviewRisk;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** An assessment whose author's instance died right after it. */
class SettleAssessmentsIT {

  private static final Instant PAST = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant FUTURE = Instant.parse("2126-03-01T12:00:00Z");

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();

  private record Opened(String id, String report) {

    String path() {
      return "/api/v1/cases/" + id;
    }
  }

  private Opened opened() {
    Answer opened =
        ana.post(
            "/api/v1/reports",
            "{\"exercise\": false, \"channel\": \"PHONE\", \"newChildren\": [{}]}");
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    return new Opened(
        opened.json().path("case").asString(), opened.json().path("report").asString());
  }

  private String level(Opened of) {
    return ana.get(of.path()).json().at("/facts/risk/level").asString();
  }

  @Test
  @Proves({1, 11})
  void whatACrashLeftIsDoneByTheAlarm() {
    Opened of = opened();

    Guarded<KeptAssessment> left = left(of, of.report(), PAST);

    await().untilAsserted(() -> assertThat(level(of)).isEqualTo("MEDIUM"));
    await()
        .untilAsserted(
            () ->
                assertThat(ana.get("/api/v1/tasks?of=OVERDUE&limit=200").text())
                    .contains(left.id()));
  }

  @Test
  void anEarlierAssessmentIsNotWrittenOverALaterOne() {
    Opened of = opened();
    Guarded<KeptAssessment> left = left(of, of.report(), FUTURE);
    Answer later =
        ana.post(
            of.path() + "/assessments",
            "{\"after\": 1, \"level\": \"HIGH\", \"category\": \"UNDETERMINED\", \"reason\": \"x\"}");
    assertThat(later.status()).as(later.text()).isEqualTo(201);

    Assessment settled = settle(left);

    assertThat(settled.written()).isEqualTo(Assessment.Written.OVERTAKEN);
    assertThat(level(of)).isEqualTo("HIGH");
  }

  @Test
  @Proves(11)
  void nobodyIsAskedForAReviewThatNobodyCanDo() {
    Opened of = opened();
    Guarded<KeptAssessment> left = left(of, of.report(), FUTURE);
    String child = ana.get(of.path()).json().path("children").propertyNames().iterator().next();
    ana.post(
        of.path() + "/children/" + child + "/end",
        "{\"outcome\": \"FOUND_SAFE\", \"verifiedBy\": \"POLICE_REFERENCE\", \"reference\": \"P-1\"}");
    var late = new ReviewRisk.Review(left.id(), PAST, "person-ana", PAST);
    intake.bean(ReviewRisk.class).next(of.id(), late);

    Assessment settled = settle(left);

    assertThat(settled.written()).isEqualTo(Assessment.Written.REFUSED);
    assertThat(ana.get(of.path() + "/work").json().path("items")).isEmpty();
  }

  @Test
  @Proves(1)
  void whatAnOpenCaseDidNotTakeIsTriedAgain() {
    Opened of = opened();

    Guarded<KeptAssessment> left = left(of, UUID.randomUUID().toString(), PAST);

    await()
        .untilAsserted(
            () -> {
              Guarded<KeptAssessment> now = aggregate().documents().find(left.id()).orElseThrow();
              assertThat(((Assessment) now.state()).written())
                  .isEqualTo(Assessment.Written.REFUSED);
              assertThat(now.dues().get(SettleAssessments.SETTLE_DUE)).isAfter(PAST);
            });
  }

  private Assessment settle(Guarded<KeptAssessment> left) {
    return intake.bean(SettleAssessments.class).settle(left, (Assessment) left.state());
  }

  /** An assessment after which its author's instance died. */
  private Guarded<KeptAssessment> left(Opened of, String report, Instant due) {
    var left =
        new Assessment(
            of.id(),
            1,
            false,
            report,
            1,
            List.of(),
            List.of(),
            ProposedRisk.of(QuestionFile.ours(), List.of()),
            null,
            false,
            RiskLevel.MEDIUM,
            AssessedCategory.UNDETERMINED,
            null,
            "person-ana",
            PAST,
            PAST.plusSeconds(60),
            Set.of(),
            Map.of(),
            Assessment.Written.PENDING);
    String id = intake.bean(DerivedIds.class).of("assessment", of.id(), 1);
    aggregate()
        .documents()
        .claim(
            id,
            Edit.<KeptAssessment>of(left, "person-ana")
                .withDues(Map.of(SettleAssessments.SETTLE_DUE, due)),
            new Command("crashed-" + id, ""),
            "made");
    return aggregate().documents().find(id).orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private Aggregate<KeptAssessment> aggregate() {
    return intake.bean("keptAssessments", Aggregate.class);
  }
}
