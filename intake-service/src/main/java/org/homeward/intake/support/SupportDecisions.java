package org.homeward.intake.support;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import org.homeward.intake.support.SupportCommand.Add;
import org.homeward.intake.support.SupportCommand.Erase;
import org.homeward.intake.support.SupportCommand.Move;
import org.homeward.intake.support.SupportCommand.Offer;
import org.homeward.intake.support.SupportCommand.Say;
import org.homeward.intake.support.SupportCommand.Write;
import org.homeward.intake.support.SupportDecision.Changed;
import org.homeward.intake.support.SupportDecision.Gone;
import org.homeward.intake.support.SupportDecision.Refusal;
import org.homeward.intake.support.SupportDecision.Refused;
import org.homeward.intake.support.SupportDecision.Unchanged;
import org.homeward.schema.people.SupportService;

/** Decides what a command does to a support. */
final class SupportDecisions {

  /** A document has no room for more; nobody needs so much. */
  static final int MOST = 60;

  private SupportDecisions() {}

  static SupportDecision decide(KeptSupport state, SupportCommand wish, Instant now) {
    return switch (state) {
      case Support support -> decide(support, wish, now);
      case GoneSupport _ ->
          wish instanceof Erase ? new Unchanged() : new Refused(Refusal.FILE_ERASED);
    };
  }

  private static SupportDecision decide(Support of, SupportCommand wish, Instant now) {
    return switch (wish) {
      case Add(Need need) ->
          of.needs().size() < MOST ? new Changed(of.adding(need)) : new Refused(Refusal.FULL);
      case Say say -> about(of, say.need(), need -> said(of, need, say));
      case Offer(String id, Given given) ->
          about(
              of,
              id,
              need ->
                  need.given().size() < MOST
                      ? new Changed(of.with(id, it -> it.offering(given)))
                      : new Refused(Refusal.FULL));
      case Move move -> about(of, move.need(), need -> moved(of, need, move, now));
      case Write(Plan plan) ->
          plan.equals(of.plan()) ? new Unchanged() : new Changed(of.planned(plan));
      case Erase() -> new Gone();
    };
  }

  private static SupportDecision about(
      Support of, String id, Function<Need, SupportDecision> decide) {
    return of.need(id).map(decide).orElseGet(() -> new Refused(Refusal.NO_SUCH_NEED));
  }

  private static SupportDecision said(Support of, Need need, Say say) {
    if (!isAsked(need, say.word().from(), say.parentFeared())) {
      return new Refused(Refusal.NOT_ASKED); // upholds 6
    }
    return need.words().size() < MOST
        ? new Changed(of.with(need.id(), it -> it.saying(say.word())))
        : new Refused(Refusal.FULL);
  }

  /** Nobody asks a parent about counselling, about an adult, or where a child fears a parent. */
  private static boolean isAsked(Need need, Word.From from, boolean parentFeared) {
    boolean ofChild = need.whom().isChild() && need.service() != SupportService.COUNSELLING;
    return switch (from) {
      case SELF -> true;
      case SOCIAL_WORK -> ofChild;
      case PARENT, GUARDIAN -> ofChild && !parentFeared;
    };
  }

  private static SupportDecision moved(Support of, Need need, Move move, Instant now) {
    Optional<Given> given = need.given(move.given());
    if (given.isEmpty()) {
      return new Refused(Refusal.NO_SUCH_SERVICE);
    }
    if (!given.get().stage().next().contains(move.to())) {
      return new Refused(Refusal.NOT_NOW);
    }
    MayBegin.Verdict verdict =
        move.to() == Given.Stage.BEGUN
            ? MayBegin.of(
                need,
                move.custody().of(need),
                move.parentFeared(),
                now.atZone(ZoneOffset.UTC).getYear())
            : MayBegin.Verdict.MAY_BEGIN;
    return switch (verdict) {
      case OWN_WORD_MISSING -> new Refused(Refusal.OWN_WORD_MISSING);
      case PARENT_MISSING -> new Refused(Refusal.PARENT_MISSING);
      case SOCIAL_WORK_MISSING -> new Refused(Refusal.SOCIAL_WORK_MISSING);
      case MAY_BEGIN ->
          new Changed(
              of.with(
                  need.id(),
                  it ->
                      it.with(
                          move.given(),
                          each ->
                              each.moved(
                                  move.to(),
                                  move.cost(),
                                  move.currency(),
                                  move.note(),
                                  move.by(),
                                  now))));
    };
  }
}
