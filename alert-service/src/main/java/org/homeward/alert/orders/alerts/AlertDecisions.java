package org.homeward.alert.orders.alerts;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.homeward.alert.orders.preview.EndText;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;

/** Decides what a command does to an alert; pure and exhaustive. */
final class AlertDecisions {

  private AlertDecisions() {}

  static AlertDecision decide(Alert alert, AlertCommand command, Instant now) {
    return switch (alert) {
      case Alert.Draft draft -> draft(draft, command, now);
      case Alert.Active active -> active(active, command, now);
      case Alert.Frozen frozen -> frozen(frozen, command, now);
      case Alert.Over over -> over(over, command, now);
      case Alert.Erased _ -> erased(command);
    };
  }

  private static AlertDecision draft(Alert.Draft draft, AlertCommand command, Instant now) {
    return switch (command) {
      case AlertCommand.Amend(Proposal proposal)
          when draft.proposal().wasReturnedBy(proposal.author()) ->
          refused(AlertRefusal.SAME_PERSON);
      case AlertCommand.Amend(Proposal proposal) ->
          silently(drafted(draft, proposal.after(draft.proposal().authors())));
      case AlertCommand.Return back ->
          returned(draft.proposal(), back, now, proposal -> drafted(draft, proposal));
      case AlertCommand.Approve(Approval approval, Set<String> gone) ->
          ApprovalRules.broken(approval, draft.proposal(), gone, now)
              .map(AlertDecisions::refused)
              .orElseGet(
                  () -> {
                    Proposal proposal = draft.proposal();
                    var issue = issue(1, proposal, approval, gone, Map.of(), now);
                    return started(draft, issue, null, ChangeType.ALERT_ISSUED);
                  });
      // A draft that was not approved in time holds facts for nobody.
      case AlertCommand.Cancel _, AlertCommand.Expire _, AlertCommand.Erase _ ->
          silently(tombstone(draft, now));
      case AlertCommand.Propose _, AlertCommand.Withdraw _ -> refused(AlertRefusal.NOT_NOW);
      case AlertCommand.Obstruct _, AlertCommand.End _, AlertCommand.Spend _, AlertCommand.Bury _ ->
          new AlertDecision.Same();
    };
  }

  private static AlertDecision active(Alert.Active active, AlertCommand command, Instant now) {
    Issue issue = active.issue();
    return switch (command) {
      case AlertCommand.Propose(Proposal next) when isReturnedBy(active.next(), next.author()) ->
          refused(AlertRefusal.SAME_PERSON);
      case AlertCommand.Propose(Proposal next) ->
          silently(active(active, issue, next.after(issue.authors())));
      case AlertCommand.Return back ->
          returned(active.next(), back, now, next -> active(active, issue, next));
      case AlertCommand.Approve(Approval approval, Set<String> gone) ->
          active.next() == null
              ? refused(AlertRefusal.NOT_NOW)
              : update(active, issue, active.next(), approval, gone, now);
      case AlertCommand.Withdraw child -> withdraw(active, issue, child, now);
      case AlertCommand.Obstruct(Set<Hold> holding, long frozen) -> {
        Set<Hold> holds = sticking(Set.of(), holding, issue, frozen);
        yield holds.isEmpty() ? new AlertDecision.Same() : freeze(active, issue, holds);
      }
      case AlertCommand.Cancel(boolean wrongChild) ->
          over(active, issue, cancelled(wrongChild), false, now);
      case AlertCommand.End _ -> over(active, issue, Alert.Ending.ENDED, false, now);
      case AlertCommand.Expire _ ->
          now.isBefore(issue.order().until())
              ? new AlertDecision.Same()
              : over(active, issue, Alert.Ending.EXPIRED, false, now);
      case AlertCommand.Erase _ -> over(active, issue, Alert.Ending.ENDED, true, now);
      case AlertCommand.Amend _ -> refused(AlertRefusal.NOT_NOW);
      case AlertCommand.Spend _, AlertCommand.Bury _ -> new AlertDecision.Same();
    };
  }

  private static AlertDecision frozen(Alert.Frozen frozen, AlertCommand command, Instant now) {
    Issue issue = frozen.issue();
    return switch (command) {
      case AlertCommand.Withdraw child -> withdraw(frozen, issue, child, now);
      case AlertCommand.Obstruct(Set<Hold> holding, long last) -> {
        Set<Hold> holds = sticking(frozen.holds(), holding, issue, last);
        if (holds.equals(frozen.holds())) {
          yield new AlertDecision.Same();
        }
        yield holds.isEmpty()
            ? started(frozen, issue, null, ChangeType.ALERT_UPDATED)
            : silently(frozen(frozen, issue, holds, null));
      }
      case AlertCommand.Propose(Proposal next) when isReturnedBy(frozen.next(), next.author()) ->
          refused(AlertRefusal.SAME_PERSON);
      case AlertCommand.Return back ->
          returned(frozen.next(), back, now, next -> frozen(frozen, issue, frozen.holds(), next));
      case AlertCommand.Propose(Proposal next) ->
          frozen.waitsForApproval()
              ? silently(frozen(frozen, issue, frozen.holds(), next.after(issue.authors())))
              : refused(AlertRefusal.NOT_NOW);
      case AlertCommand.Approve(Approval approval, Set<String> gone) ->
          frozen.next() == null
              ? refused(AlertRefusal.NOT_NOW)
              : update(frozen, issue, frozen.next(), approval, gone, now);
      case AlertCommand.Cancel(boolean wrongChild) ->
          over(frozen, issue, cancelled(wrongChild), false, now);
      case AlertCommand.End _ -> over(frozen, issue, Alert.Ending.ENDED, false, now);
      case AlertCommand.Expire _ ->
          now.isBefore(issue.order().until())
              ? new AlertDecision.Same()
              : over(frozen, issue, Alert.Ending.EXPIRED, false, now);
      case AlertCommand.Erase _ -> over(frozen, issue, Alert.Ending.ENDED, true, now);
      case AlertCommand.Amend _ -> refused(AlertRefusal.NOT_NOW);
      case AlertCommand.Spend _, AlertCommand.Bury _ -> new AlertDecision.Same();
    };
  }

  private static AlertDecision over(Alert.Over over, AlertCommand command, Instant now) {
    return switch (command) {
      case AlertCommand.Spend _ ->
          over.preview() == null ? new AlertDecision.Same() : silently(spent(over, over.erase()));
      case AlertCommand.Erase _ ->
          over.erase() ? new AlertDecision.Same() : silently(spent(over, true));
      case AlertCommand.Bury _ ->
          over.erase()
              ? new AlertDecision.Becomes(tombstone(over, now), ChangeType.ALERT_ERASED)
              : new AlertDecision.Same();
      case AlertCommand.Amend _,
          AlertCommand.Propose _,
          AlertCommand.Approve _,
          AlertCommand.Return _,
          AlertCommand.Withdraw _ ->
          refused(AlertRefusal.NOT_NOW);
      case AlertCommand.Obstruct _,
          AlertCommand.Cancel _,
          AlertCommand.End _,
          AlertCommand.Expire _ ->
          new AlertDecision.Same();
    };
  }

  private static AlertDecision erased(AlertCommand command) {
    return switch (command) {
      case AlertCommand.Amend _,
          AlertCommand.Propose _,
          AlertCommand.Approve _,
          AlertCommand.Return _,
          AlertCommand.Withdraw _,
          AlertCommand.Cancel _ ->
          refused(AlertRefusal.NOT_NOW);
      case AlertCommand.Obstruct _,
          AlertCommand.End _,
          AlertCommand.Expire _,
          AlertCommand.Spend _,
          AlertCommand.Erase _,
          AlertCommand.Bury _ ->
          new AlertDecision.Same();
    };
  }

  /** The author writes it anew; what has gone out already goes on. */
  private static AlertDecision returned(
      @Nullable Proposal waiting,
      AlertCommand.Return back,
      Instant now,
      Function<Proposal, Alert> with) {
    if (waiting == null || !waiting.waits()) {
      return refused(AlertRefusal.NOT_NOW);
    }
    if (waiting.authors().contains(back.by())) {
      return refused(AlertRefusal.SAME_PERSON);
    }
    var why = new Proposal.Returned(back.by(), now, Code.of(back.reason()), back.words());
    return back.hash().equals(waiting.preview().hash())
        ? silently(with.apply(waiting.returned(why)))
        : refused(AlertRefusal.OTHER_PREVIEW);
  }

  private static boolean isReturnedBy(@Nullable Proposal next, String person) {
    return next != null && next.wasReturnedBy(person);
  }

  private static AlertDecision update(
      Alert alert, Issue last, Proposal next, Approval approval, Set<String> gone, Instant now) {
    // A child that a person has withdrawn does not come back by an update.
    Set<String> out = new TreeSet<>(last.withdrawn());
    out.addAll(gone);
    Optional<AlertRefusal> broken = ApprovalRules.broken(approval, next, out, now);
    if (broken.isPresent()) {
      return refused(broken.get());
    }
    Issue issue = issue(last.edition() + 1, next, approval, out, last.ends(), now);
    return started(alert, issue, null, ChangeType.ALERT_UPDATED);
  }

  private static AlertDecision withdraw(
      Alert alert, Issue issue, AlertCommand.Withdraw command, Instant now) {
    Set<String> inIt = issue.preview().read().children();
    if (!inIt.contains(command.child())) {
      return refused(AlertRefusal.NO_SUCH_CHILD);
    }
    if (issue.withdrawn().contains(command.child())) {
      return new AlertDecision.Same();
    }
    Issue less = issue.without(command.child(), now);
    if (less.withdrawn().containsAll(inIt)) {
      boolean stays = command.last() == AlertCommand.Last.STAYS;
      if (stays) return refused(AlertRefusal.OPERATOR_FREEZES); // upholds 3
      boolean wrongChild = command.last() == AlertCommand.Last.WAS_WRONG;
      Alert.Ending how = wrongChild ? Alert.Ending.WRONG_CHILD : Alert.Ending.ENDED;
      return over(alert, issue, how, false, now);
    }
    return alert instanceof Alert.Frozen frozen
        ? silently(frozen(frozen, less, frozen.holds(), frozen.next()))
        : started(alert, less, next(alert), ChangeType.ALERT_UPDATED);
  }

  private static Issue issue(
      int edition,
      Proposal proposal,
      Approval approval,
      Set<String> gone,
      Map<String, EndText> ends,
      Instant now) {
    return new Issue(
        edition,
        AlertOrder.of(proposal, approval.person(), approval.caseVersion(), now),
        proposal.wish(),
        proposal.preview(),
        gone,
        gone.isEmpty() ? null : now,
        proposal.authors(),
        ends);
  }

  private static AlertDecision started(
      Alert alert, Issue issue, @Nullable Proposal next, ChangeType change) {
    return new AlertDecision.Becomes(active(alert, issue, next), change);
  }

  private static Alert.Draft drafted(Alert.Draft draft, Proposal proposal) {
    return new Alert.Draft(draft.caseId(), draft.home(), draft.exercise(), proposal);
  }

  private static Alert.Active active(Alert alert, Issue issue, @Nullable Proposal next) {
    return new Alert.Active(alert.caseId(), alert.home(), alert.exercise(), issue, next);
  }

  private static @Nullable Proposal next(Alert alert) {
    return alert instanceof Alert.Active active ? active.next() : null;
  }

  private static AlertDecision freeze(Alert alert, Issue issue, Set<Hold> holds) {
    return new AlertDecision.Becomes(frozen(alert, issue, holds, null), ChangeType.ALERT_FROZEN);
  }

  private static Alert.Frozen frozen(
      Alert alert, Issue issue, Set<Hold> holds, @Nullable Proposal next) {
    return new Alert.Frozen(alert.caseId(), alert.home(), alert.exercise(), issue, holds, next);
  }

  /** An approval that was voided once stays so, until somebody gives a new one. */
  private static Set<Hold> sticking(Set<Hold> before, Set<Hold> now, Issue issue, long frozen) {
    Set<Hold> holds = EnumSet.noneOf(Hold.class);
    holds.addAll(now);
    boolean wasFrozen = frozen > issue.caseVersion() || before.contains(Hold.CASE_FROZEN);
    boolean isHeld = now.contains(Hold.CASE_FROZEN) || now.contains(Hold.SAID_FOUND);
    if (wasFrozen || isHeld || before.contains(Hold.APPROVAL_VOID)) {
      holds.add(Hold.APPROVAL_VOID); // upholds 3
    }
    return holds;
  }

  private static Alert.Ending cancelled(boolean wrongChild) {
    return wrongChild ? Alert.Ending.WRONG_CHILD : Alert.Ending.CANCELLED;
  }

  private static AlertDecision over(
      Alert alert, Issue issue, Alert.Ending how, boolean erase, Instant now) {
    var over =
        new Alert.Over(
            alert.caseId(),
            alert.home(),
            alert.exercise(),
            how,
            now,
            issue.edition(),
            issue.order(),
            ends(issue, how),
            issue.preview(),
            false);
    ChangeType change =
        switch (how) {
          case CANCELLED, WRONG_CHILD -> ChangeType.ALERT_CANCELLED;
          case EXPIRED -> ChangeType.ALERT_EXPIRED;
          case ENDED -> ChangeType.ALERT_ENDED;
        };
    return new AlertDecision.Becomes(erase ? spent(over, true) : over, change);
  }

  private static Map<String, EndText> ends(Issue issue, Alert.Ending how) {
    Map<String, EndText> ends = new TreeMap<>(issue.ends());
    if (how == Alert.Ending.WRONG_CHILD) {
      ends.replaceAll((language, end) -> end.ofWrongChild());
    }
    return ends;
  }

  /** Without its texts, which nobody needs any more. */
  private static Alert.Over spent(Alert.Over over, boolean erase) {
    return new Alert.Over(
        over.caseId(),
        over.home(),
        over.exercise(),
        over.how(),
        over.at(),
        over.edition(),
        erase ? over.order().withoutReference() : over.order(),
        over.ends(),
        null,
        erase);
  }

  private static Alert.Erased tombstone(Alert alert, Instant now) {
    return new Alert.Erased(
        alert.caseId(),
        alert.home(),
        alert.exercise(),
        YearMonth.from(now.atOffset(ZoneOffset.UTC)));
  }

  private static AlertDecision silently(Alert alert) {
    return new AlertDecision.Becomes(alert, null);
  }

  private static AlertDecision refused(AlertRefusal why) {
    return new AlertDecision.Refused(why);
  }
}
