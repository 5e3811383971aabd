package org.homeward.intake.risk;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.schema.values.Audience;
import org.jspecify.annotations.Nullable;

/**
 * The decision of a person on risk and category of a case. Nobody changes it: whoever sees it
 * otherwise makes another one.
 *
 * @param number the first of a case is 1
 * @param report whose facts it changes
 * @param rule version of the questions and of what their answers mean
 * @param criteria that the report may name, because open answers say yes
 * @param proposal of the rule, by all answers
 * @param forTeam the same by the answers that everybody in the team may read; null: by the same
 * @param unread whether the one before rests on what this person may not read
 * @param reason of a decision that differs from the proposal
 * @param by opaque id of the person
 * @param reviewAt when it must be made again, at the latest
 * @param stays what of it no police desk and no partner reads
 * @param limits that it has put on the report for this, each with the one whose place it takes;
 *     empty: there was none
 * @param written what has become of it in the report; the one thing that is noted later
 */
record Assessment(
    String caseId,
    int number,
    boolean exercise,
    String report,
    int rule,
    List<Answered> answers,
    List<String> criteria,
    ProposedRisk proposal,
    @Nullable ProposedRisk forTeam,
    boolean unread,
    RiskLevel level,
    AssessedCategory category,
    @Nullable String reason,
    String by,
    Instant at,
    Instant reviewAt,
    Set<WhatStays.Part> stays,
    Map<WhatStays.Part, Set<Audience>> limits,
    Written written)
    implements KeptAssessment {

  /** By which the assessments of a case are asked for. */
  static final String CASE_ID = "caseId";

  /** The state of an assessment in its report. */
  enum Written {
    PENDING,
    DONE,
    /** A later assessment was written first. */
    OVERTAKEN,
    /**
     * The case takes no facts any more, or is full; as long as it is open, the alarm tries again.
     */
    REFUSED
  }

  Assessment {
    requireNonNull(caseId, "caseId");
    requireNonNull(report, "report");
    requireNonNull(proposal, "proposal");
    requireNonNull(level, "level");
    requireNonNull(category, "category");
    requireNonNull(by, "by");
    requireNonNull(at, "at");
    requireNonNull(reviewAt, "reviewAt");
    requireNonNull(written, "written");
    answers = answers == null ? List.of() : List.copyOf(answers);
    criteria = criteria == null ? List.of() : List.copyOf(criteria);
    stays = stays == null ? Set.of() : Set.copyOf(stays);
    limits = limits == null ? Map.of() : Map.copyOf(limits);
    boolean needsReason = !proposal.is(level, category);
    if (needsReason && reason == null) {
      throw new IllegalArgumentException("a decision against the proposal has a reason");
    }
  }

  /** Whether its report may say it later. */
  boolean isWaiting() {
    return written == Written.PENDING || written == Written.REFUSED;
  }

  Assessment written(Written now) {
    return new Assessment(
        caseId, number, exercise, report, rule, answers, criteria, proposal, forTeam, unread, level,
        category, reason, by, at, reviewAt, stays, limits, now);
  }

  /** Whether somebody without the confidence of the child cannot read all that it rests on. */
  boolean isConfided() {
    return unread || forTeam != null;
  }

  boolean isUnreadFor(Set<Audience> circles) {
    return isConfided() && !circles.contains(Audience.CONFIDANT);
  }

  /** Answers that a person in these circles may not read: the next assessment keeps them. */
  List<Answered> unreadBy(Set<Audience> circles) {
    List<Answered> read = answersFor(circles);
    return answers.stream().filter(each -> !read.contains(each)).toList();
  }

  /** The answers that a reader in these circles may know of. */
  List<Answered> answersFor(Set<Audience> circles) {
    return answers.stream()
        .filter(each -> !each.confidant() || circles.contains(Audience.CONFIDANT)) // upholds 6
        .toList();
  }

  /** The proposal by those answers alone. */
  ProposedRisk proposalFor(Set<Audience> circles) {
    return forTeam == null || circles.contains(Audience.CONFIDANT) ? proposal : forTeam;
  }

  /**
   * A reason beside something said in confidence may repeat it, unless its author never read it.
   */
  @Nullable String reasonFor(Set<Audience> circles) {
    boolean repeats = forTeam != null && !unread;
    if (repeats && !circles.contains(Audience.CONFIDANT)) return null; // upholds 6
    return reason;
  }

  @Override
  public String toString() {
    return "Assessment[redacted]";
  }
}
