package org.homeward.intake.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.Report;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.schema.facts.Says;
import org.homeward.schema.values.Code;

/**
 * A person must review a held report again: after 60 minutes at high risk, otherwise after 12
 * hours, and after 30 days where a supervisor keeps it held because its child is only at risk. When
 * nobody has, the case gets a task.
 */
final class HoldReviews {

  private static final Duration HIGH_RISK = Duration.ofMinutes(60);
  private static final Duration OTHERWISE = Duration.ofHours(12);
  private static final Duration WHILE_AT_RISK = Duration.ofDays(30);
  private static final String DUE = "review/";

  private HoldReviews() {}

  /** When a report that is held now must be looked at again. */
  public static Instant next(Says facts, Instant now) {
    boolean high = facts.risk() != null && facts.risk().level().is(RiskLevel.HIGH);
    return now.plus(high ? HIGH_RISK : OTHERWISE);
  }

  /** The same of a report that a person holds now, alone or as a supervisor who renews it. */
  static Instant next(Case now, Report before, Code<HoldReason> why, Instant at) {
    if (isRenewal(before)) return latest(now, why, at); // upholds 11
    return next(now.facts(), at);
  }

  /** No review of a report held for this reason is later: a threat may stand for a year. */
  private static Instant latest(Case now, Code<HoldReason> why, Instant at) {
    Instant soon = next(now.facts(), at);
    boolean atRisk = now.rulings().kind().is(CaseKind.AT_RISK) && why.is(HoldReason.AT_RISK);
    return atRisk && soon.equals(at.plus(OTHERWISE)) ? at.plus(WHILE_AT_RISK) : soon;
  }

  /** The case with no review later than its present risk and kind allow. */
  static Case inTime(Case now, Instant at) {
    Case changed = now;
    for (KeptReport report : now.reports()) {
      if (report.report().policeRelease() instanceof PoliceRelease.Held held) {
        Instant latest = latest(now, held.reason(), at);
        if (held.reviewAt().isAfter(latest)) {
          changed =
              changed.withReport(
                  report.id(), r -> r.releasedAs(new PoliceRelease.Held(held.reason(), latest)));
        }
      }
    }
    return changed;
  }

  /** A first hold by a person is any operator's; keeping it held is a supervisor's. */
  static boolean isRenewal(Report report) {
    return report.policeRelease() instanceof PoliceRelease.Held held
        && !held.reason().is(HoldReason.UNDECIDED)
        && !held.reason().is(HoldReason.FOREIGN_CASE);
  }

  /**
   * The alarms of a case: one for each held report that has no task yet. New words of an import to
   * a case that people work on ring like any others.
   */
  public static Map<String, Instant> dues(Case now) {
    Map<String, Instant> dues = new TreeMap<>();
    if (now.standing() == Case.Standing.ENDED) {
      return dues;
    }
    if (KeptReport.isAllOf(now)) {
      return dues; // its import has one review for all
    }
    for (KeptReport report : now.reports()) {
      if (report.report().policeRelease() instanceof PoliceRelease.Held held
          && now.tasks().stream().noneMatch(task -> task.isAbout(report.id()))) {
        dues.put(DUE + report.id(), held.reviewAt());
      }
    }
    return dues;
  }

  /** The case with a task for each report whose review is due; the same when there is none. */
  static Case withReviewsDue(Case now, Instant at) {
    List<Task> tasks = new ArrayList<>(now.tasks());
    for (Map.Entry<String, Instant> due : dues(now).entrySet()) {
      if (!due.getValue().isAfter(at)) {
        String report = due.getKey().substring(DUE.length());
        tasks.add(Task.review(report, due.getValue())); // upholds 11
      }
    }
    return tasks.equals(now.tasks()) ? now : now.withTasks(tasks);
  }

  static Case withoutTask(Case now, String report) {
    return now.withTasks(now.tasks().stream().filter(task -> !task.isAbout(report)).toList());
  }
}
