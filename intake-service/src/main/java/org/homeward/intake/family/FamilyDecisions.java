package org.homeward.intake.family;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.homeward.intake.family.FamilyCommand.Add;
import org.homeward.intake.family.FamilyCommand.End;
import org.homeward.intake.family.FamilyCommand.Erase;
import org.homeward.intake.family.FamilyCommand.KeepFrom;
import org.homeward.intake.family.FamilyCommand.Miss;
import org.homeward.intake.family.FamilyCommand.Promise;
import org.homeward.intake.family.FamilyCommand.Renumber;
import org.homeward.intake.family.FamilyCommand.Settle;
import org.homeward.intake.family.FamilyCommand.Tell;
import org.homeward.intake.family.FamilyDecision.Refusal;
import org.homeward.intake.family.words.FamilyText;

/** Decides what a command does to the contacts of a family; pure and exhaustive. */
final class FamilyDecisions {

  private FamilyDecisions() {}

  /**
   * A refusal leaves everything as it is.
   *
   * @param state the empty one where there is none yet
   */
  static FamilyDecision decide(KeptFamily state, FamilyCommand wish) {
    return switch (state) {
      case Family now -> decide(now, wish);
      case GoneFamily _ ->
          switch (wish) {
            case Add _, KeepFrom _, Renumber _, Promise _, Miss _, Tell _, Settle _, End _ ->
                refused(Refusal.CASE_ERASED); // upholds 7
            case Erase _ -> new FamilyDecision.Unchanged();
          };
    };
  }

  private static FamilyDecision decide(Family now, FamilyCommand wish) {
    return switch (wish) {
      case Erase() -> new FamilyDecision.Changed(GoneFamily.ERASED); // upholds 7
      case Add(Contact contact) -> new FamilyDecision.Changed(now.adding(contact));
      case KeepFrom(String id, String text) -> of(now, id, it -> changed(now, it.keptFrom(text)));
      case Renumber(String id, var number, var why) ->
          ofOpen(now, id, it -> changed(now, it.renumbered(number, why)));
      case Promise(String id, NextCall next) ->
          ofOpen(now, id, it -> changed(now, it.promising(next)));
      case Miss(String id, Attempt attempt) ->
          ofOpen(now, id, it -> changed(now, it.trying(attempt))); // upholds 11
      case Tell tell -> ofOpen(now, tell.contact(), it -> tell(now, it, tell));
      case Settle settle -> of(now, settle.contact(), it -> settle(now, it, settle));
      case End(String id, var why) ->
          of(
              now,
              id,
              it -> it.isOver() ? new FamilyDecision.Unchanged() : changed(now, it.over(why)));
    };
  }

  /** What a contact does. */
  private interface ForContact {
    FamilyDecision of(Contact contact);
  }

  private static FamilyDecision of(Family now, String id, ForContact then) {
    return now.contact(id).map(then::of).orElse(refused(Refusal.NO_SUCH_CONTACT));
  }

  private static FamilyDecision ofOpen(Family now, String id, ForContact then) {
    return of(now, id, it -> it.isOver() ? refused(Refusal.CONTACT_OVER) : then.of(it));
  }

  private static FamilyDecision changed(Family now, Contact next) {
    Family then = now.with(next.id(), _ -> next);
    return then.equals(now) ? new FamilyDecision.Unchanged() : new FamilyDecision.Changed(then);
  }

  /** Nothing is shown before everything is confirmed; what is wrong first is said alone. */
  private static FamilyDecision tell(Family now, Contact contact, Tell wish) {
    FamilyRules.Matter matter = wish.matter().apply(contact);
    List<FamilyRules.Rule> unmet = FamilyRules.unmet(matter);
    if (!unmet.isEmpty()) {
      return new FamilyDecision.ToldNothing(unmet); // upholds 6
    }
    if (!contact.number().e164().equals(wish.number())) {
      return refused(Refusal.NUMBER_NOT_ON_FILE); // upholds 6
    }
    if (!contact.isNamed(wish.name())) {
      return refused(Refusal.NAME_NOT_CONFIRMED); // upholds 6
    }
    if (!FamilyRules.fits(wish.sentence().tells(), matter)) {
      return refused(Refusal.SENTENCE_NOT_NOW); // upholds 6
    }
    Optional<Instant> due = promised(contact, wish);
    if (wish.sentence().saysNextCall() && due.isEmpty()) {
      return refused(Refusal.NEXT_CALL_NEEDED); // upholds 11
    }
    Optional<FamilyText> text =
        wish.sentence().in(contact.language(), due.orElse(wish.at()), wish.zone());
    if (text.isEmpty()) {
      return refused(Refusal.SENTENCE_NOT_NOW);
    }
    var told =
        new Told(
            wish.told(),
            wish.sentence().code(),
            wish.sentence().edition(),
            text.get(),
            wish.by(),
            wish.at(),
            null);
    Contact next = contact.telling(told);
    NextCall promise = wish.next();
    return changed(now, promise == null ? next : next.promising(promise));
  }

  /** The new promise, or the one that stands if its time has not come. */
  private static Optional<Instant> promised(Contact contact, Tell wish) {
    NextCall promise = wish.next();
    return promise != null
        ? Optional.of(promise.due())
        : contact.next().map(NextCall::due).filter(wish.at()::isBefore);
  }

  private static FamilyDecision settle(Family now, Contact contact, Settle wish) {
    Optional<Told> what = contact.update(wish.told());
    if (what.isEmpty()) {
      return refused(Refusal.NO_SUCH_UPDATE);
    }
    Told.How before = what.get().how();
    if (before != null) {
      return before == wish.how()
          ? new FamilyDecision.Unchanged()
          : refused(Refusal.UPDATE_SETTLED);
    }
    return changed(now, contact.ended(what.get(), wish.how(), wish.at(), wish.by()));
  }

  private static FamilyDecision refused(Refusal why) {
    return new FamilyDecision.Refused(why);
  }
}
