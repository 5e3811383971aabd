package org.homeward.intake.tips;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.homeward.face.access.Role;
import org.homeward.intake.rulings.Agreement;
import org.homeward.intake.rulings.EraseReason;
import org.homeward.intake.rulings.Matter;
import org.homeward.intake.rulings.Word;
import org.jspecify.annotations.Nullable;

/** What a person, a case or the time does to a tip. */
sealed interface TipCommand {

  /** A person puts its place on the map. */
  record Locate(Spot spot) implements TipCommand {}

  record Grade(Tip.Grade grade) implements TipCommand {}

  /**
   * It is about this case.
   *
   * @param exercise whether that is one of an exercise
   * @param endedAt when its search ended, if it has
   * @param by opaque id of the person who says so
   */
  record Tie(String caseId, boolean exercise, @Nullable Instant endedAt, String by)
      implements TipCommand {}

  /** Nobody needs it any more. */
  record NoUse(Tip.NoUse why) implements TipCommand {}

  /** It has become this report of its case. */
  record Report(String report) implements TipCommand {}

  /** Its sighting went to the owner of its case. */
  record Send(Tip.Sent sent) implements TipCommand {}

  /** Something becomes of its picture. */
  record OfPicture(PictureWish wish) implements TipCommand {}

  /** Nobody searches in its case any more. */
  record CaseEnded(String caseId, Instant at) implements TipCommand {}

  /**
   * Erases it before its time; as long as a search may need it, the word of one of two persons.
   *
   * @param by opaque id of the person
   * @param roles as which the person speaks
   * @param hasEnded whether the person has ended the search of its case
   */
  record Erase(EraseReason reason, String by, Set<Role> roles, boolean hasEnded)
      implements TipCommand {

    public Erase {
      roles = Set.copyOf(roles);
    }

    Erase byWhoeverEnded(boolean it) {
      return new Erase(reason, by, roles, it);
    }
  }

  /**
   * Its case is erased, or it was erased before a restore; a picture that police have not judged
   * stays without a word.
   */
  record EraseAgain() implements TipCommand {}

  /** Its time is over: so long after it came, or after the end of its case. */
  record ExpireIfDue(Duration kept) implements TipCommand {}

  /** What became of the tip. */
  sealed interface TipDecision {

    record Changed(KeptTip next) implements TipDecision {}

    /**
     * @param with the other person, where it takes two
     */
    record Erased(GoneTip stone, @Nullable String with) implements TipDecision {}

    record Unchanged() implements TipDecision {}

    record Refused(Refusal why) implements TipDecision {}
  }

  /** Why nothing becomes of a command. */
  enum Refusal {
    NO_SUCH_TIP,
    TIP_TIED,
    TIP_REPORTED,
    TIP_SENT,
    TIP_NOT_SENT,
    NOT_TAKEN_BACK,
    ANOTHER_PERSON_NEEDED,
    EXERCISE_AND_REAL,
    NO_PICTURE,
    SUPERVISOR_LOOKS_FIRST,
    PICTURE_UNSEEN,
    PICTURE_LOCKED,
    PICTURE_NOT_LOCKED,
    PICTURE_NOT_HANDED_OVER,
    PICTURE_HANDED_OVER,
    PICTURE_GONE
  }

  /** The one function that says what a command does to a tip. */
  static TipDecision decide(KeptTip state, TipCommand wish, Instant now) {
    return switch (state) {
      case Tip tip -> decide(tip, wish, now);
      case GoneTip _ ->
          switch (wish) {
            case Locate _, Grade _, Tie _, NoUse _, Report _, Send _, Erase _ ->
                new TipDecision.Refused(Refusal.NO_SUCH_TIP);
            case OfPicture(PictureWish ofPicture) ->
                ofPicture instanceof PictureWish.LetOriginalGoIfDue
                        || ofPicture instanceof PictureWish.EndAgain
                        || ofPicture instanceof PictureWish.DestroyAgain
                    ? new TipDecision.Unchanged()
                    : new TipDecision.Refused(Refusal.NO_SUCH_TIP);
            case CaseEnded _, EraseAgain _, ExpireIfDue _ -> new TipDecision.Unchanged();
          };
    };
  }

  private static TipDecision decide(Tip tip, TipCommand wish, Instant now) {
    return switch (wish) {
      case Locate(Spot spot) ->
          told(tip)
              .orElseGet(
                  () ->
                      tip.spot() != null && tip.spot().says(spot)
                          ? new TipDecision.Unchanged()
                          : new TipDecision.Changed(tip.located(spot)));
      case Grade(Tip.Grade grade) ->
          told(tip)
              .orElseGet(
                  () ->
                      tip.grade() != null && tip.grade().says(grade)
                          ? new TipDecision.Unchanged()
                          : new TipDecision.Changed(tip.graded(grade)));
      case Tie tie -> tied(tip, tie);
      case NoUse(Tip.NoUse why) ->
          told(tip).orElseGet(() -> new TipDecision.Changed(tip.ofNoUse(why)));
      case Report(String report) -> changed(tip, tip.reported(report));
      case Send(Tip.Sent sent) -> sent(tip, sent);
      case OfPicture(PictureWish ofPicture) -> PictureWish.decide(tip, ofPicture, now);
      case CaseEnded(String caseId, Instant at) ->
          tip.tie().filter(caseId::equals).isPresent() && tip.caseEndedAt() == null
              ? new TipDecision.Changed(tip.caseEnded(at))
              : new TipDecision.Unchanged();
      case Erase erase -> erased(tip, erase, now);
      case EraseAgain() ->
          tip.isEvidence()
              ? changed(tip, tip.evidenceAlone(now)) // upholds 7
              : new TipDecision.Changed(new GoneTip(tip.exercise()));
      case ExpireIfDue(Duration kept) ->
          erasedAt(tip, kept).filter(at -> !now.isBefore(at)).isPresent()
              ? new TipDecision.Changed(new GoneTip(tip.exercise())) // upholds 8
              : new TipDecision.Unchanged();
    };
  }

  /** What somebody has told on stays as it was told. */
  private static Optional<TipDecision> told(Tip tip) {
    if (tip.report() != null) {
      return Optional.of(new TipDecision.Refused(Refusal.TIP_REPORTED));
    }
    return tip.sent() == null
        ? Optional.empty()
        : Optional.of(new TipDecision.Refused(Refusal.TIP_SENT));
  }

  private static TipDecision tied(Tip tip, Tie tie) {
    if (tip.tie().filter(to -> !to.equals(tie.caseId())).isPresent()) {
      return new TipDecision.Refused(Refusal.TIP_TIED); // upholds 6
    }
    if (tie.exercise() != tip.exercise()) {
      return new TipDecision.Refused(Refusal.EXERCISE_AND_REAL); // upholds 9
    }
    // Whoever laid it aside since, and the days since the end, stay as they are.
    return tip.caseId() != null
        ? new TipDecision.Unchanged()
        : new TipDecision.Changed(tip.tied(tie.caseId(), tie.endedAt(), tie.by()));
  }

  /** Whoever took one message back took no other back: the record of the first stays. */
  private static TipDecision sent(Tip tip, Tip.Sent told) {
    Tip.Sent known = tip.sent();
    if (known == null) {
      return told.takenBack() == null
          ? new TipDecision.Changed(tip.sentTo(told))
          : new TipDecision.Refused(Refusal.TIP_NOT_SENT); // upholds 7
    }
    return known.isOf(told)
        ? changed(tip, tip.sentTo(known.and(told)))
        : new TipDecision.Refused(Refusal.TIP_SENT); // upholds 7
  }

  /** One person decides only about what no search needs; nobody about what police need. */
  private static TipDecision erased(Tip tip, Erase erase, Instant now) {
    if (tip.isEvidence()) {
      return new TipDecision.Refused(Refusal.PICTURE_LOCKED);
    }
    if (tip.isAbroad()) return new TipDecision.Refused(Refusal.NOT_TAKEN_BACK); // upholds 7
    boolean isSearched = tip.caseId() != null && tip.caseEndedAt() == null;
    if (isSearched || mayBeOfAny(tip, erase)) return together(tip, erase, now); // upholds 7
    return new TipDecision.Erased(new GoneTip(tip.exercise()), null);
  }

  /**
   * Of no case yet, it may be about any search, unless another person has laid it aside; that its
   * case is over must not be the word of whoever erases it either.
   */
  private static boolean mayBeOfAny(Tip tip, Erase erase) {
    boolean isHerWord =
        tip.caseId() == null || erase.by().equals(tip.tiedBy()) || erase.hasEnded(); // upholds 7
    return isHerWord && (tip.noUse() == null || tip.noUse().by().equals(erase.by()));
  }

  private static TipDecision together(Tip tip, Erase erase, Instant now) {
    var matter = new Matter(Matter.Kind.ERASE, Set.of(erase.reason().name()));
    var word = new Word(matter, erase.by(), erase.roles(), null, now);
    List<Word> waiting = tip.toErase() == null ? List.of() : List.of(tip.toErase());
    return switch (Agreement.of(waiting, word)) {
      case Agreement.Waits _ -> new TipDecision.Changed(tip.toBeErased(word));
      case Agreement.Reached(Word first) ->
          new TipDecision.Erased(new GoneTip(tip.exercise()), first.by());
      case Agreement.AnotherPersonNeeded() ->
          new TipDecision.Refused(Refusal.ANOTHER_PERSON_NEEDED);
    };
  }

  private static TipDecision changed(Tip before, Tip next) {
    return next.equals(before) ? new TipDecision.Unchanged() : new TipDecision.Changed(next);
  }

  /**
   * When nothing of it stays; empty as long as its case is searched, or police need its picture.
   */
  static Optional<Instant> erasedAt(Tip tip, Duration kept) {
    if (tip.isEvidence()) {
      return Optional.empty();
    }
    Instant from = tip.caseId() == null ? tip.receivedAt() : tip.caseEndedAt();
    return Optional.ofNullable(from).map(at -> at.plus(kept));
  }
}
