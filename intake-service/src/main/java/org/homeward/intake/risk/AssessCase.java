package org.homeward.intake.risk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.intake.cases.KeptReport;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.risk.WhatStays.Part;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.schema.facts.Says;
import org.jspecify.annotations.Nullable;

/** Records what a person decided about the risk and the category of a case. */
final class AssessCase {

  /** Longer than the write of an erasure can take. */
  private static final Duration SETTLED = Duration.ofMinutes(1);

  private final GuardedDocuments<KeptAssessment> documents;
  private final Assessments assessments;
  private final Questions questions;
  private final SettleAssessments settleAssessments;
  private final Clock clock;

  AssessCase(
      GuardedDocuments<KeptAssessment> documents,
      Assessments assessments,
      Questions questions,
      SettleAssessments settleAssessments,
      Clock clock) {
    this.documents = documents;
    this.assessments = assessments;
    this.questions = questions;
    this.settleAssessments = settleAssessments;
    this.clock = clock;
  }

  /**
   * The decision of a person.
   *
   * @param before the newest assessment that she has read; null when there was none
   * @param answers hers, and those before that she may not read
   */
  record Decided(
      @Nullable Assessment before,
      KeptReport report,
      List<Answered> answers,
      RiskLevel level,
      AssessedCategory category,
      @Nullable String reason) {

    Decided {
      answers = List.copyOf(answers);
    }

    int number() {
      return before == null ? 1 : before.number() + 1;
    }
  }

  /** The outcome; a repetition gets the same assessment. */
  sealed interface Outcome {

    record Made(Assessment assessment) implements Outcome {}

    /** Somebody else has assessed since this person has read the case. */
    record AssessedMeanwhile() implements Outcome {}

    record CaseErased() implements Outcome {}

    record KeyReused() implements Outcome {}
  }

  /** The assessment that this request made before, whatever the case has become since. */
  Optional<Outcome> earlier(Command command) {
    return documents
        .<String>repeated(command)
        .map(
            it ->
                switch (it) {
                  case WriteOutcome.Repeated<KeptAssessment, String>(var now, var _) -> made(now);
                  case WriteOutcome.KeyReused<KeptAssessment, String>() -> new Outcome.KeyReused();
                });
  }

  Outcome assess(LookAtCase.Seen seen, Decided decided, Command command) {
    int number = decided.number();
    Assessment assessment = assessment(seen, decided);
    Edit<KeptAssessment> edit =
        Edit.<KeptAssessment>of(assessment, seen.person())
            .withDues(Map.of(SettleAssessments.SETTLE_DUE, assessment.at().plus(SETTLED)));
    WriteOutcome.OfClaiming<KeptAssessment, String> outcome =
        documents.claim(assessments.id(seen.id(), number), edit, command, "made");
    return switch (outcome) {
      case WriteOutcome.Written<KeptAssessment, String>(var now, var _) -> made(now);
      case WriteOutcome.Repeated<KeptAssessment, String>(var now, var _) -> made(now);
      case WriteOutcome.Taken<KeptAssessment, String>(var now) ->
          now.state() instanceof GoneAssessment
              ? new Outcome.CaseErased()
              : new Outcome.AssessedMeanwhile();
      case WriteOutcome.KeyReused<KeptAssessment, String>() -> new Outcome.KeyReused();
    };
  }

  private Outcome made(Guarded<KeptAssessment> now) {
    return switch (now.state()) {
      case Assessment assessment -> new Outcome.Made(settleAssessments.settle(now, assessment));
      case GoneAssessment _ -> new Outcome.CaseErased();
    };
  }

  private Assessment assessment(LookAtCase.Seen seen, Decided decided) {
    Assessment before = decided.before();
    Instant read = clock.instant();
    Instant now = before != null && before.at().isAfter(read) ? before.at() : read;
    String report = decided.report().id();
    Says says = decided.report().report().says();
    Set<String> held =
        seen.reports().stream()
            .filter(each -> each.report().isHeld())
            .map(KeptReport::id)
            .collect(Collectors.toSet());
    List<Answered> answers = decided.answers();
    List<Answered> open = WhatStays.open(answers, report, held);
    boolean unread = before != null && before.isUnreadFor(seen.circles());
    Set<Part> stays =
        WhatStays.of(questions, answers, open, before, unread, decided.level(), decided.category());
    List<Answered> forTeam = answers.stream().filter(each -> !each.confidant()).toList();
    return new Assessment(
        seen.id(),
        decided.number(),
        seen.exercise(),
        report,
        questions.version(),
        answers,
        questions.criteria(open),
        ProposedRisk.of(questions, answers),
        forTeam.size() == answers.size() ? null : ProposedRisk.of(questions, forTeam),
        unread,
        decided.level(),
        decided.category(),
        decided.reason(),
        seen.person(),
        now,
        now.plus(questions.reviewWithin(decided.level())),
        stays,
        TeamLimits.of(
            stays, says.audiences(), settleAssessments.ours(seen.id(), decided.number(), report)),
        Assessment.Written.PENDING);
  }
}
