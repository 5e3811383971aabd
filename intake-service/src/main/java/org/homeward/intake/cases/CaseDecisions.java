package org.homeward.intake.cases;

import static org.homeward.intake.cases.CaseDecision.Refusal.CASE_ENDED;
import static org.homeward.intake.cases.CaseDecision.Refusal.CASE_ERASED;
import static org.homeward.intake.cases.CaseDecision.Refusal.CHILD_ENDED;
import static org.homeward.intake.cases.CaseDecision.Refusal.EXERCISE_AND_REAL;
import static org.homeward.intake.cases.CaseDecision.Refusal.NOT_THE_OWNER;
import static org.homeward.intake.cases.CaseDecision.Refusal.REASON_REQUIRED;
import static org.homeward.intake.cases.CaseDecision.Refusal.RELEASE_IS_FINAL;
import static org.homeward.intake.cases.CaseDecision.Refusal.SUPERVISOR_REQUIRED;
import static org.homeward.intake.cases.CaseDecision.Refusal.UNKNOWN_CHILD;
import static org.homeward.intake.cases.CaseDecision.Refusal.UNKNOWN_REPORT;
import static org.homeward.intake.cases.CaseDecision.Refusal.UNKNOWN_TASK;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.homeward.intake.rulings.Decided;
import org.homeward.intake.rulings.EraseReason;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.Report;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.ChildStatus;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;

/** Decides what a command does to a case; pure and exhaustive. */
final class CaseDecisions {

  private static final Set<Audience> INSIDE =
      Set.of(Audience.CASE_TEAM, Audience.CONFIDANT, Audience.SEALED);

  private CaseDecisions() {}

  /**
   * @param by the opaque id of the person
   */
  static CaseDecision decide(KeptCase now, CaseCommand command, String by, Instant at) {
    return switch (now) {
      case Case live -> decide(live, command, by, at);
      case ErasedCase _ when command.move() == CaseCommand.Move.ERASE ->
          new CaseDecision.Unchanged();
      case ErasedCase _ -> new CaseDecision.Refused(CASE_ERASED, Set.of());
    };
  }

  private static CaseDecision decide(Case now, CaseCommand command, String by, Instant at) {
    boolean notOurs = now.isForeign() && command.move().isTheOwners();
    if (notOurs) return refused(now, NOT_THE_OWNER); // upholds 5
    return switch (command) {
      case CaseCommand.Join join -> join(now, join);
      case CaseCommand.Amend amend -> amend(now, amend, by, at);
      case CaseCommand.Release release -> release(now, release, by, at);
      case CaseCommand.Hold hold -> hold(now, hold, by, at);
      case CaseCommand.FreezeAll freeze -> RulingDecisions.freeze(now, freeze, by, at);
      case CaseCommand.Lift lift -> RulingDecisions.lift(now, lift, by, at);
      case CaseCommand.EndBrake end -> RulingDecisions.endBrake(now, end, by, at);
      case CaseCommand.KeepFrom keep -> RulingDecisions.keepFrom(now, keep);
      case CaseCommand.ShowAgain show -> RulingDecisions.showAgain(now, show, by, at);
      case CaseCommand.CheckOrders check -> RulingDecisions.checkOrders(now, check, by, at);
      case CaseCommand.GoMissing missing -> RulingDecisions.goMissing(now, missing, by, at);
      case CaseCommand.RenewAtRisk renew -> RulingDecisions.renew(now, renew, by, at);
      case CaseCommand.Locate locate -> locate(now, locate, by, at);
      case CaseCommand.End end -> end(now, end, by, at);
      case CaseCommand.FinishTask(String task) -> finish(now, task);
      case CaseCommand.SeeDecision(int number) -> RulingDecisions.see(now, number, by, at);
      case CaseCommand.Erase erase -> RulingDecisions.erase(now, erase, by, at);
      case CaseCommand.EraseAgain(EraseReason reason) ->
          new CaseDecision.Erased(now.erased(reason), null);
    };
  }

  private static CaseDecision join(Case now, CaseCommand.Join join) {
    if (hasEnded(now)) {
      return refused(now, CASE_ENDED);
    }
    boolean mixed = join.exercise() != now.exercise();
    if (mixed) return refused(now, EXERCISE_AND_REAL); // upholds 9
    Case next = RulingDecisions.thatLives(now).with(join.report(), join.newChildren());
    next = next.proposing(); // upholds 12
    if (!knowsChildren(next, join.report().report().says())) {
      return refused(now, UNKNOWN_CHILD);
    }
    return changed(next, ChangeType.CASE_REPORTED);
  }

  private static CaseDecision amend(Case now, CaseCommand.Amend amend, String by, Instant at) {
    Optional<KeptReport> report = now.report(amend.report());
    if (report.isEmpty()) {
      return refused(now, UNKNOWN_REPORT);
    }
    if (hasEnded(now)) {
      return refused(now, CASE_ENDED);
    }
    Says before = report.get().report().says();
    Optional<Says> amended = amend.amendment().of(before, now.children().keySet());
    if (amended.isEmpty()) {
      return new CaseDecision.Unchanged();
    }
    Says after = amended.get();
    if (!knowsChildren(now, after)) {
      return refused(now, UNKNOWN_CHILD);
    }
    Case next = now.withReport(amend.report(), r -> r.amended(after, by, at));
    next = next.proposing(); // upholds 12
    boolean otherCategory = after.category() != null && !after.category().equals(before.category());
    otherCategory &= isForOutside(after.audiences().get("category")); // upholds 6
    return changed(
        HoldReviews.inTime(next, at),
        otherCategory ? ChangeType.CASE_RECATEGORISED : ChangeType.CASE_AMENDED);
  }

  /** The change's name would tell those who may not read the category that it is another one. */
  private static boolean isForOutside(@Nullable Set<Audience> limit) {
    return limit == null || !INSIDE.containsAll(limit);
  }

  private static CaseDecision release(
      Case now, CaseCommand.Release release, String by, Instant at) {
    Optional<KeptReport> found = now.report(release.report());
    if (found.isEmpty()) {
      return refused(now, UNKNOWN_REPORT);
    }
    if (hasEnded(now)) {
      return refused(now, CASE_ENDED);
    }
    KeptReport report = found.get();
    if (isSame(report.report().policeRelease(), release.release())) {
      return new CaseDecision.Unchanged();
    }
    boolean byPhoneAgain = release.release() instanceof PoliceRelease.ByPhone;
    if (report.report().isReleased() || (byPhoneAgain && !report.report().isHeld())) {
      return refused(now, RELEASE_IS_FINAL);
    }
    boolean mayDecide =
        !report.proposal().isHold() || release.bySupervisor() || release.reason() != null;
    if (!mayDecide) return refused(now, REASON_REQUIRED); // upholds 12
    Case next =
        now.withReport(
            release.report(), r -> r.releasedAs(release.release()).because(release.reason()));
    var decided = Decided.released(report.id(), release.release(), release.reason(), by, at);
    next = next.with(next.rulings().deciding(decided)); // upholds 12
    return changed(HoldReviews.withoutTask(next, release.report()), ChangeType.CASE_RELEASED);
  }

  private static boolean isSame(PoliceRelease now, PoliceRelease wished) {
    return switch (now) {
      case PoliceRelease.Held _ -> false;
      case PoliceRelease.Released _ -> now.equals(wished);
      case PoliceRelease.ByPhone told ->
          wished instanceof PoliceRelease.ByPhone other
              && told.desk().equals(other.desk())
              && told.ref().equals(other.ref())
              && Objects.equals(told.officer(), other.officer());
    };
  }

  private static CaseDecision hold(Case now, CaseCommand.Hold hold, String by, Instant at) {
    Optional<KeptReport> found = now.report(hold.report());
    if (found.isEmpty()) {
      return refused(now, UNKNOWN_REPORT);
    }
    if (hasEnded(now)) {
      return refused(now, CASE_ENDED);
    }
    Report report = found.get().report();
    if (!report.isHeld()) return refused(now, RELEASE_IS_FINAL); // upholds 12
    if (HoldReviews.isRenewal(report) && !hold.bySupervisor()) {
      return refused(now, SUPERVISOR_REQUIRED);
    }
    Code<HoldReason> why = Code.of(hold.reason());
    var renewed = new PoliceRelease.Held(why, HoldReviews.next(now, why, at));
    Case next = now.withReport(hold.report(), r -> r.releasedAs(renewed));
    var decided = Decided.held(report.id(), hold.reason(), by, at);
    next = next.with(next.rulings().deciding(decided)); // upholds 12
    return changed(HoldReviews.withoutTask(next, hold.report()), ChangeType.CASE_AMENDED);
  }

  /** A word is not a verification: an abductor must not end the search with a call. */
  private static CaseDecision locate(Case now, CaseCommand.Locate locate, String by, Instant at) {
    KeptChild child = now.children().get(locate.child());
    if (child == null) {
      return refused(now, UNKNOWN_CHILD);
    }
    if (child.hasEnded()) {
      return refused(now, CHILD_ENDED);
    }
    boolean lifted = locate.freeze() < now.rulings().freezeNumber();
    if (lifted) return new CaseDecision.Unchanged();
    Case next = now.withChild(locate.child(), KeptChild.LOCATED);
    next = next.frozen(at, by); // upholds 4
    return next.saysTheSameAs(now) && now.isFrozen()
        ? RulingDecisions.noted(now, next)
        : essential(next, ChangeType.CASE_FROZEN);
  }

  private static CaseDecision end(Case now, CaseCommand.End end, String by, Instant at) {
    KeptChild child = now.children().get(end.child());
    if (child == null) {
      return refused(now, UNKNOWN_CHILD);
    }
    var ended = new KeptChild(ChildStatus.ended(end.outcome(), end.verifiedBy()), end.reference());
    if (child.hasEnded()) {
      boolean completes = child.hasLostReference() && !ended.hasLostReference();
      if (completes && child.status().equals(ended.status())) {
        Task task = Task.confirmEnd(end.child(), at);
        return new CaseDecision.Noted(now.withChild(end.child(), ended).finished(task));
      }
      return child.equals(ended) ? new CaseDecision.Unchanged() : refused(now, CHILD_ENDED);
    }
    Case next = now.withChild(end.child(), ended);
    var decided = Decided.ended(end.child(), end.outcome(), end.verifiedBy(), by, at);
    next = next.with(next.rulings().deciding(decided));
    next = hasEnded(next) ? next.withTasks(confirmations(next)) : next;
    next = ended.hasLostReference() ? next.withTask(Task.confirmEnd(end.child(), at)) : next;
    return essential(next, ChangeType.CASE_ENDED);
  }

  /** Tasks that a restore has left outlive the case. */
  private static List<Task> confirmations(Case now) {
    return now.tasks().stream().filter(t -> t.kind() == Task.Kind.CONFIRM_END).toList();
  }

  /** A review is done by holding or releasing the report, a brake by answering it. */
  private static CaseDecision finish(Case now, String task) {
    return now.allTasks().stream()
        .filter(each -> each.id().equals(task) && each.isFinishedByWord())
        .findFirst()
        .<CaseDecision>map(each -> new CaseDecision.Noted(now.finished(each)))
        .orElseGet(() -> refused(now, UNKNOWN_TASK));
  }

  static boolean hasEnded(Case now) {
    return now.standing() == Case.Standing.ENDED;
  }

  private static boolean knowsChildren(Case now, Says says) {
    return now.children().keySet().containsAll(says.children().keySet());
  }

  static CaseDecision changed(Case next, ChangeType type) {
    return new CaseDecision.Changed(next, type, false);
  }

  static CaseDecision essential(Case next, ChangeType type) {
    return new CaseDecision.Changed(next, type, true);
  }

  static CaseDecision refused(Case now, CaseDecision.Refusal why) {
    return new CaseDecision.Refused(why, CaseCommand.Move.of(now));
  }
}
