package org.homeward.intake.risk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.ErasedCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.risk.WhatStays.Part;
import org.homeward.intake.rulings.EndedBeside;
import org.homeward.intake.rulings.ErasedBeside;
import org.homeward.intake.worksheets.ReviewRisk;
import org.homeward.schema.values.Audience;
import org.jspecify.annotations.Nullable;

/**
 * Carries out an assessment: its report says it, somebody reviews it in time, and it is gone with
 * its case. All of it is safe to repeat; the alarm of the assessment does what was left.
 */
final class SettleAssessments implements AlarmHandler, EndedBeside, ErasedBeside {

  static final String SETTLE_DUE = "settle";

  private static final String BY = "intake";

  /** A case that is full may take it once something has left. */
  private static final Duration AGAIN = Duration.ofMinutes(10);

  private final GuardedDocuments<KeptAssessment> documents;
  private final Assessments assessments;
  private final GuardedDocuments<KeptCase> cases;
  private final WriteDecision writeDecision;
  private final ReviewRisk reviewRisk;
  private final Clock clock;

  SettleAssessments(
      GuardedDocuments<KeptAssessment> documents,
      Assessments assessments,
      GuardedDocuments<KeptCase> cases,
      WriteDecision writeDecision,
      ReviewRisk reviewRisk,
      Clock clock) {
    this.documents = documents;
    this.assessments = assessments;
    this.cases = cases;
    this.writeDecision = writeDecision;
    this.reviewRisk = reviewRisk;
    this.clock = clock;
  }

  /** Right after it was made; the alarm stays, for a case that is being erased just now. */
  Assessment settle(Guarded<KeptAssessment> made, Assessment assessment) {
    return follow(made, assessment, made.dues());
  }

  @Override
  public void due(String id) {
    Instant now = clock.instant();
    documents
        .find(id)
        .filter(read -> read.dueAt(now).contains(SETTLE_DUE))
        .ifPresent(
            read -> {
              if (read.state() instanceof Assessment assessment) {
                Assessment _ = follow(read, assessment, Map.of());
              }
            });
  }

  private Assessment follow(
      Guarded<KeptAssessment> read, Assessment it, Map<String, Instant> dues) {
    KeptCase of = cases.find(it.caseId()).map(Guarded::state).orElse(null);
    if (of instanceof ErasedCase) {
      erase(read.id()); // upholds 7
      return it;
    }
    Assessment now = it.isWaiting() ? it.written(write(read.id(), it)) : it;
    if (!isOvertaken(it) && !hasEnded(of)) {
      var next = new ReviewRisk.Review(read.id(), it.reviewAt(), it.by(), it.at());
      reviewRisk.next(it.caseId(), next); // upholds 11
    }
    KeptCase after = cases.find(it.caseId()).map(Guarded::state).orElse(null);
    if (hasEnded(after)) {
      reviewRisk.none(it.caseId()); // nobody could do it
    }
    boolean isToDo =
        now.written() == Assessment.Written.REFUSED && !isOvertaken(it) && mayTake(after);
    documents.note(
        read,
        now,
        isToDo && dues.isEmpty() ? Map.of(SETTLE_DUE, clock.instant().plus(AGAIN)) : dues);
    return now;
  }

  private Assessment.Written write(String id, Assessment it) {
    return writeDecision.write(
        id, it, ours(it.caseId(), it.number(), it.report()), () -> isOvertaken(it));
  }

  private boolean isOvertaken(Assessment it) {
    return assessments.find(it.caseId(), it.number() + 1).isPresent();
  }

  private static boolean mayTake(@Nullable KeptCase of) {
    return of instanceof Case live && !hasEnded(live) && !live.isForeign();
  }

  private static boolean hasEnded(@Nullable KeptCase of) {
    return !(of instanceof Case live) || live.standing() == Case.Standing.ENDED;
  }

  /** Only what an assessment before has put on the same report: others' limits stand. */
  Map<Part, Set<Audience>> ours(String caseId, int number, String report) {
    return assessments
        .writtenBefore(caseId, number)
        .filter(before -> before.report().equals(report))
        .map(Assessment::limits)
        .orElse(Map.of());
  }

  @Override
  public void caseEnded(String caseId, Instant at) {
    if (assessments.find(caseId, 1).isPresent()) {
      reviewRisk.none(caseId);
    }
  }

  @Override
  public void caseErased(String caseId) {
    assessments.forEach(caseId, each -> erase(each.id())); // upholds 7
  }

  @Override
  public boolean hasWorkOn(String caseId) {
    return !assessments.of(caseId).isEmpty();
  }

  private void erase(String id) {
    Instant now = clock.instant();
    WriteOutcome<KeptAssessment, String> _ =
        documents.change(
            id,
            read ->
                read.state() instanceof GoneAssessment
                    ? Decision.keep("gone")
                    : Decision.write(
                        Edit.<KeptAssessment>of(GoneAssessment.ERASED, BY)
                            .withDues(KeptHistory.goneDues(now, GoneAssessment.KEPT)) // upholds 8
                            .asEssential(),
                        "erased"));
  }
}
