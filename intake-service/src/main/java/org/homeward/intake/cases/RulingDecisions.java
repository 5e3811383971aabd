package org.homeward.intake.cases;

import static org.homeward.intake.cases.CaseDecision.Refusal.ANOTHER_PERSON_NEEDED;
import static org.homeward.intake.cases.CaseDecision.Refusal.CASE_ENDED;
import static org.homeward.intake.cases.CaseDecision.Refusal.DPO_REQUIRED;
import static org.homeward.intake.cases.CaseDecision.Refusal.FROZEN_BY_OWNER;
import static org.homeward.intake.cases.CaseDecision.Refusal.NOBODY_WOULD_REMAIN;
import static org.homeward.intake.cases.CaseDecision.Refusal.NOT_AT_RISK;
import static org.homeward.intake.cases.CaseDecision.Refusal.NOT_KEPT_FROM;
import static org.homeward.intake.cases.CaseDecision.Refusal.NOT_THE_OWNER;
import static org.homeward.intake.cases.CaseDecision.Refusal.OTHER_FREEZE;
import static org.homeward.intake.cases.CaseDecision.Refusal.SUPERVISOR_REQUIRED;
import static org.homeward.intake.cases.CaseDecision.Refusal.TOO_MANY;
import static org.homeward.intake.cases.CaseDecision.Refusal.UNKNOWN_DECISION;
import static org.homeward.intake.cases.CaseDecisions.changed;
import static org.homeward.intake.cases.CaseDecisions.essential;
import static org.homeward.intake.cases.CaseDecisions.hasEnded;
import static org.homeward.intake.cases.CaseDecisions.refused;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.homeward.face.access.Role;
import org.homeward.intake.rulings.Agreement;
import org.homeward.intake.rulings.Decided;
import org.homeward.intake.rulings.KindRuling;
import org.homeward.intake.rulings.Matter;
import org.homeward.intake.rulings.OrdersCheck;
import org.homeward.intake.rulings.Rulings;
import org.homeward.intake.rulings.Word;
import org.homeward.intake.staff.Staff;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.facts.CaseKind;

/**
 * Decides about commands that concern a whole case: freeze, lift, brakes, whom it is kept from,
 * what police say of orders, its kind, erasure, and who has looked at what was decided alone.
 */
final class RulingDecisions {

  private RulingDecisions() {}

  static CaseDecision freeze(Case now, CaseCommand.FreezeAll freeze, String by, Instant at) {
    boolean lifted = freeze.number() < now.rulings().freezeNumber();
    if (lifted || hasEnded(now)) {
      return new CaseDecision.Unchanged();
    }
    Case next = now.frozen(at, by);
    return now.isFrozen() ? noted(now, next) : essential(next, ChangeType.CASE_FROZEN);
  }

  static CaseDecision lift(Case now, CaseCommand.Lift lift, String by, Instant at) {
    if (hasEnded(now)) {
      return refused(now, CASE_ENDED);
    }
    int standing = now.rulings().freezeNumber();
    if (!now.isFrozen() && lift.freeze() < standing) {
      return new CaseDecision.Unchanged();
    }
    if (!now.isFrozen() || lift.freeze() != standing) {
      return refused(now, OTHER_FREEZE);
    }
    if (now.isFrozenByItsOwner()) return refused(now, FROZEN_BY_OWNER); // upholds 5
    Matter matter = Matter.lift(standing, lift.nodeStop());
    var word = new Word(matter, by, lift.roles(), lift.reason(), at);
    return bySecond(now, word, first -> essential(now.lifted(first, word), ChangeType.CASE_LIFTED));
  }

  static CaseDecision endBrake(Case now, CaseCommand.EndBrake end, String by, Instant at) {
    if (hasEnded(now)) {
      return refused(now, CASE_ENDED);
    }
    Case next = answered(now, end.brakes(), end.reason(), by, at);
    return next.rulings().answers().equals(now.rulings().answers())
        ? new CaseDecision.Unchanged()
        : essential(next, ChangeType.CASE_AMENDED);
  }

  /** The newest count of each partner's open brakes, by id of the handover. */
  static Map<String, Long> openBrakes(Case now) {
    Map<String, Long> open = new TreeMap<>();
    for (String subject : now.unanswered().keySet()) {
      long count = now.heard(subject).mark(Heard.Mark.LONE_BRAKE);
      open.put(subject.substring(Case.HANDOVER.length()), count);
    }
    return open;
  }

  /**
   * A brake that came later holds and rings on.
   *
   * @param seen count by id of the handover
   */
  private static Case answered(
      Case now, Map<String, Long> seen, String reason, String by, Instant at) {
    Map<String, Long> answers = new TreeMap<>(now.rulings().answers());
    seen.forEach(
        (id, count) -> {
          String handover = Case.HANDOVER + id;
          long there = now.heard(handover).mark(Heard.Mark.LONE_BRAKE);
          long answered = count;
          answered = Math.min(answered, there); // upholds 11
          if (answered > 0) answers.merge(handover, answered, Math::max);
        });
    Case next = now.with(now.rulings().answered(new Rulings.BrakeEnd(at, by, reason, answers)));
    return next.isBraked() ? next : next.with(next.rulings().ringing(null));
  }

  /** Acts at once, and is never refused for the size of the case. */
  static CaseDecision keepFrom(Case now, CaseCommand.KeepFrom keep) {
    Optional<Staff.Objection> objection =
        keep.staff().against(now.notTo(), keep.entries(), keep.bySupervisor());
    if (objection.isPresent()) {
      return refused(now, refusal(objection.get()));
    }
    Set<String> all = new TreeSet<>(now.keptFromHere());
    all.addAll(keep.entries());
    if (all.size() > KeptCase.MOST_KEPT_FROM) return refused(now, TOO_MANY); // upholds 6
    Case next = now.keptFrom(keep.entries());
    return next.notTo().equals(now.notTo())
        ? noted(now, next)
        : essential(next, ChangeType.CASE_AMENDED);
  }

  static CaseDecision.Refusal refusal(Staff.Objection objection) {
    return switch (objection) {
      case SUPERVISOR_REQUIRED -> SUPERVISOR_REQUIRED;
      case NOBODY_WOULD_REMAIN -> NOBODY_WOULD_REMAIN;
    };
  }

  static CaseDecision showAgain(Case now, CaseCommand.ShowAgain show, String by, Instant at) {
    if (!now.notTo().containsAll(show.entries())) {
      return refused(now, NOT_KEPT_FROM);
    }
    boolean ownersWord = now.isForeign() && !now.rulings().keptFrom().containsAll(show.entries());
    if (ownersWord) return refused(now, NOT_THE_OWNER); // upholds 5
    var matter = new Matter(Matter.Kind.SHOW_AGAIN, show.entries());
    var word = new Word(matter, by, show.roles(), show.reason(), at);
    return bySecond(
        now, word, first -> essential(now.shownAgainTo(show.entries()), ChangeType.CASE_AMENDED));
  }

  /**
   * Each word stays; the last one counts. Only a mistake is not said twice. An order that police
   * find after an earlier word, and a word that is taken back, freeze the case in the same
   * decision: an alert may be out that was approved by what was said before. Once nobody searches
   * any more, the team alone needs it.
   */
  static CaseDecision checkOrders(Case now, CaseCommand.CheckOrders check, String by, Instant at) {
    var word =
        new OrdersCheck(check.said(), now.children().keySet(), OrdersWord.asked(now), by, at);
    Optional<OrdersCheck> last = now.rulings().lastOrders();
    if (last.filter(word::repeats).isPresent()) {
      return new CaseDecision.Unchanged();
    }
    Case next = now.with(now.rulings().checking(word));
    if (hasEnded(now)) {
      return new CaseDecision.Noted(next);
    }
    boolean stops = last.filter(word::upsets).isPresent();
    return stops
        ? essential(next.frozen(at, by), ChangeType.CASE_FROZEN) // upholds 4
        : changed(next, ChangeType.CASE_AMENDED);
  }

  /** All that was prepared stays; what is held stays held and is looked at soon. */
  static CaseDecision goMissing(Case now, CaseCommand.GoMissing missing, String by, Instant at) {
    KindRuling kind = now.rulings().kind();
    if (hasEnded(now)) {
      return refused(now, CASE_ENDED);
    }
    if (kind.missingSince().isPresent()) {
      return new CaseDecision.Unchanged();
    }
    if (!kind.is(CaseKind.AT_RISK)) {
      return refused(now, NOT_AT_RISK);
    }
    Case next = now.with(now.rulings().being(kind.missing(by, at, missing.reason())));
    next = HoldReviews.inTime(next.proposing(), at); // upholds 12
    return essential(next, ChangeType.CASE_RECATEGORISED);
  }

  static CaseDecision renew(Case now, CaseCommand.RenewAtRisk renew, String by, Instant at) {
    KindRuling kind = now.rulings().kind();
    if (hasEnded(now)) {
      return refused(now, CASE_ENDED);
    }
    return kind.is(CaseKind.AT_RISK)
        ? new CaseDecision.Noted(
            now.with(now.rulings().being(kind.renewed(by, at, renew.reason()))))
        : refused(now, NOT_AT_RISK);
  }

  /** The first look stays; nobody looks at what she decided herself. */
  static CaseDecision see(Case now, int number, String by, Instant at) {
    Optional<Decided> decision = now.rulings().decision(number);
    if (decision.isEmpty()) {
      return refused(now, UNKNOWN_DECISION);
    }
    if (decision.get().by().equals(by)) {
      return refused(now, ANOTHER_PERSON_NEEDED);
    }
    return decision.get().seen() != null
        ? new CaseDecision.Unchanged()
        : new CaseDecision.Noted(now.with(now.rulings().seen(number, by, at)));
  }

  /**
   * One person decides only about what is over, and not whoever said that it is: nothing brings it
   * back.
   */
  static CaseDecision erase(Case now, CaseCommand.Erase erase, String by, Instant at) {
    boolean over = hasEnded(now) && !now.isOut();
    boolean asOfficer = erase.roles().contains(Role.DPO);
    if (over && asOfficer && !now.rulings().isEndedBy(by)) { // upholds 7
      return new CaseDecision.Erased(now.erased(erase.reason()), null);
    }
    boolean seconds = now.rulings().waiting(Matter.Kind.ERASE, at).isPresent();
    return over && !asOfficer && !seconds
        ? refused(now, DPO_REQUIRED)
        : together(now, erase, by, at); // upholds 7
  }

  private static CaseDecision together(Case now, CaseCommand.Erase erase, String by, Instant at) {
    var matter = new Matter(Matter.Kind.ERASE, Set.of(erase.reason().name()));
    return bySecond(
        now,
        new Word(matter, by, erase.roles(), null, at),
        first -> new CaseDecision.Erased(now.erased(erase.reason()), first.by()));
  }

  /** Somebody called again: whoever wanted to erase it has to think again. */
  static Case thatLives(Case now) {
    return now.with(now.rulings().voiding(Matter.Kind.ERASE));
  }

  private static CaseDecision bySecond(Case now, Word word, Function<Word, CaseDecision> decided) {
    return switch (Agreement.of(now.rulings().words(), word)) {
      case Agreement.Waits(var words) ->
          new CaseDecision.Noted(now.with(now.rulings().waitingFor(words)));
      case Agreement.Reached(Word first) -> decided.apply(first);
      case Agreement.AnotherPersonNeeded() -> refused(now, ANOTHER_PERSON_NEEDED);
    };
  }

  static CaseDecision noted(Case now, Case next) {
    return next.equals(now) ? new CaseDecision.Unchanged() : new CaseDecision.Noted(next);
  }
}
