package org.homeward.intake.cases;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Something that a person should do; it stands until it is done.
 *
 * @param about the report it is about, {@code report/{id}}, or the handover, stop or child it comes
 *     from
 */
public record Task(Kind kind, String about, Instant since) {

  private static final String REPORT = "report/";

  public Task {
    requireNonNull(kind, "kind");
    requireNonNull(about, "about");
    requireNonNull(since, "since");
  }

  /** The kind of work. */
  public enum Kind {
    /** A report is still held although its time for review has come. */
    REVIEW_HELD_REPORT,
    /** Its alerts were stopped; handovers and other alerts go on unless it is frozen. */
    FREEZE_CASE_TOO,
    READ_SIGHTING,
    READ_PROPOSAL,
    /** A partner has not acknowledged, answered or sent its receipt in time. */
    CALL_PARTNER,
    /** A partner's brake without a reference of the police holds the case until it is answered. */
    ANSWER_BRAKE,
    /** A search of high risk is in no police desk's hands in time. */
    CALL_POLICE,
    /** An end was done again after a restore: what it was verified with is lost. */
    CONFIRM_END,
    /** A case at risk comes to its end unless somebody renews it. */
    RENEW_AT_RISK
  }

  /** Unique in its case, and fit for a path: {@code READ_SIGHTING.handover.{id}}. */
  public String id() {
    return kind + "." + about.replace('/', '.');
  }

  /** The id of the report it is about. */
  public Optional<String> report() {
    return about.startsWith(REPORT)
        ? Optional.of(about.substring(REPORT.length()))
        : Optional.empty();
  }

  /** The handover, stop or child it comes from. */
  public Optional<String> subject() {
    return about.startsWith(REPORT) ? Optional.empty() : Optional.of(about);
  }

  /** Finished by saying so; others are finished by doing what they ask for. */
  boolean isFinishedByWord() {
    return subject().isPresent() && kind != Kind.ANSWER_BRAKE && kind != Kind.RENEW_AT_RISK;
  }

  boolean isAbout(String reportId) {
    return about.equals(REPORT + reportId);
  }

  /** What a case wants of people, for whatever reason. */
  static List<Task> allOf(Case now) {
    List<Task> all = new ArrayList<>(now.tasks());
    new TreeMap<>(now.heard())
        .forEach((subject, told) -> all.addAll(told.tasks(subject, now.openedAt())));
    if (now.standing() != Case.Standing.OPEN) {
      all.removeIf(task -> task.kind() == Kind.FREEZE_CASE_TOO);
    }
    now.unanswered().forEach((from, since) -> all.add(new Task(Kind.ANSWER_BRAKE, from, since)));
    all.addAll(ofKind(now));
    return all;
  }

  /** What its kind asks for by now. */
  private static List<Task> ofKind(Case now) {
    return now.standing() == Case.Standing.ENDED
        ? List.of()
        : now.rulings().kind().asksSince().stream()
            .map(since -> new Task(Kind.RENEW_AT_RISK, "kind/at-risk", since)) // upholds 11
            .toList();
  }

  static Task confirmEnd(String child, Instant since) {
    return new Task(Kind.CONFIRM_END, "child/" + child, since);
  }

  static Task review(String report, Instant since) {
    return new Task(Kind.REVIEW_HELD_REPORT, REPORT + report, since);
  }
}
