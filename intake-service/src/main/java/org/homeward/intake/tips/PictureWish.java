package org.homeward.intake.tips;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.homeward.face.access.Role;
import org.homeward.intake.rulings.Agreement;
import org.homeward.intake.rulings.Matter;
import org.homeward.intake.rulings.Word;
import org.homeward.intake.tips.TipCommand.Refusal;
import org.homeward.intake.tips.TipCommand.TipDecision;
import org.homeward.intake.tips.TipPicture.Deed;
import org.homeward.intake.tips.TipPicture.State;

/** What a person or the time does to the picture of a tip. */
sealed interface PictureWish {

  /**
   * A person wants to be shown it.
   *
   * @param supervises whether the person is a supervisor
   */
  record Look(Deed deed, boolean supervises) implements PictureWish {}

  /** A person suspects that it shows abuse. */
  record Lock(Deed deed) implements PictureWish {}

  /** A supervisor decides that police collect a locked one. */
  record HandOver(Deed deed) implements PictureWish {}

  /** On the written word of those who collected it. */
  record Destroy(Deed deed) implements PictureWish {}

  /**
   * Deletes it; the word of one of two persons.
   *
   * @param roles as which the person speaks
   */
  record Withdraw(Deed deed, Set<Role> roles) implements PictureWish {

    public Withdraw {
      roles = Set.copyOf(roles);
    }
  }

  /** It has become this photo of the case. */
  record TakeOver(String photo) implements PictureWish {}

  record LetOriginalGoIfDue() implements PictureWish {}

  /**
   * It was withdrawn, destroyed or made a photo before, and an earlier copy of the data does not
   * know.
   */
  record EndAgain(Deed deed) implements PictureWish {}

  /** It was destroyed before, and an earlier copy of the data does not know on whose word. */
  record DestroyAgain(Deed handedOver, Deed destroyed) implements PictureWish {}

  /** The one function that says what becomes of the picture of a tip. */
  static TipDecision decide(Tip tip, PictureWish wish, Instant now) {
    TipPicture picture = tip.picture();
    if (picture == null) {
      return wish instanceof LetOriginalGoIfDue
              || wish instanceof EndAgain
              || wish instanceof DestroyAgain
          ? new TipDecision.Unchanged()
          : refused(Refusal.NO_PICTURE);
    }
    State state = picture.state();
    return switch (wish) {
      case Look(Deed deed, boolean supervises) ->
          switch (state) {
            case UNSEEN ->
                picture.ofGiver() && !supervises
                    ? refused(Refusal.SUPERVISOR_LOOKS_FIRST)
                    : lookedAt(tip, picture.lookedAt(deed));
            case SEEN -> new TipDecision.Unchanged();
            case LOCKED -> refused(Refusal.PICTURE_LOCKED);
            case DESTROYED, WITHDRAWN, TAKEN_OVER -> refused(Refusal.PICTURE_GONE);
          };
      case Lock(Deed deed) ->
          switch (state) {
            case UNSEEN, SEEN -> changed(tip, picture.locked(deed));
            case LOCKED -> new TipDecision.Unchanged();
            case DESTROYED, WITHDRAWN, TAKEN_OVER -> refused(Refusal.PICTURE_GONE);
          };
      case HandOver(Deed deed) ->
          switch (state) {
            case UNSEEN, SEEN -> refused(Refusal.PICTURE_NOT_LOCKED);
            case LOCKED ->
                picture.handedOver() == null
                    ? changed(tip, picture.handedOver(deed))
                    : refused(Refusal.PICTURE_HANDED_OVER);
            case DESTROYED, WITHDRAWN, TAKEN_OVER -> refused(Refusal.PICTURE_GONE);
          };
      case Destroy(Deed deed) ->
          switch (state) {
            case UNSEEN, SEEN -> refused(Refusal.PICTURE_NOT_LOCKED);
            case LOCKED -> destroyed(tip, picture, deed);
            case DESTROYED, WITHDRAWN, TAKEN_OVER -> refused(Refusal.PICTURE_GONE);
          };
      case Withdraw withdraw ->
          switch (state) {
            case UNSEEN, SEEN -> withdrawn(tip, picture, withdraw); // upholds 7
            case LOCKED -> refused(Refusal.PICTURE_LOCKED);
            case DESTROYED, WITHDRAWN, TAKEN_OVER -> new TipDecision.Unchanged();
          };
      case TakeOver(String photo) ->
          switch (state) {
            case UNSEEN -> refused(Refusal.PICTURE_UNSEEN); // upholds 12
            case SEEN -> changed(tip, picture.takenOver(photo));
            case LOCKED -> refused(Refusal.PICTURE_LOCKED);
            case TAKEN_OVER -> new TipDecision.Unchanged();
            case DESTROYED, WITHDRAWN -> refused(Refusal.PICTURE_GONE);
          };
      case LetOriginalGoIfDue() ->
          picture.originalUntil() != null && !now.isBefore(picture.originalUntil())
              ? changed(tip, picture.withoutOriginal()) // upholds 8
              : new TipDecision.Unchanged();
      case DestroyAgain(Deed handedOver, Deed destroyed) ->
          picture.seal() == null
              ? new TipDecision.Unchanged()
              : changed(tip, picture.handedOver(handedOver).destroyed(destroyed)); // upholds 7
      case EndAgain(Deed deed) ->
          picture.seal() == null
              ? new TipDecision.Unchanged()
              : changed(tip, picture.withdrawn(deed)); // upholds 7
    };
  }

  /** Whoever decided that police collect it does not destroy it alone, whatever police write. */
  private static TipDecision destroyed(Tip tip, TipPicture picture, Deed deed) {
    if (picture.handedOver() == null) {
      return refused(Refusal.PICTURE_NOT_HANDED_OVER);
    }
    return picture.handedOver().by().equals(deed.by())
        ? refused(Refusal.ANOTHER_PERSON_NEEDED) // upholds 7
        : changed(tip, picture.destroyed(deed));
  }

  private static TipDecision withdrawn(Tip tip, TipPicture picture, Withdraw wish) {
    Deed deed = wish.deed();
    var word =
        new Word(
            new Matter(Matter.Kind.DELETE_PICTURE, Set.of()),
            deed.by(),
            wish.roles(),
            null,
            deed.at());
    List<Word> waiting = tip.toErase() == null ? List.of() : List.of(tip.toErase());
    return switch (Agreement.of(waiting, word)) {
      case Agreement.Waits _ -> new TipDecision.Changed(tip.toBeErased(word));
      case Agreement.Reached _ -> changed(tip, picture.withdrawn(deed));
      case Agreement.AnotherPersonNeeded() -> refused(Refusal.ANOTHER_PERSON_NEEDED);
    };
  }

  /** A look does not void the first word, because the second person has to look before hers. */
  private static TipDecision lookedAt(Tip tip, TipPicture now) {
    Tip next = tip.pictured(now);
    return new TipDecision.Changed(tip.toErase() == null ? next : next.toBeErased(tip.toErase()));
  }

  private static TipDecision changed(Tip tip, TipPicture now) {
    return new TipDecision.Changed(tip.pictured(now));
  }

  private static TipDecision refused(Refusal why) {
    return new TipDecision.Refused(why);
  }
}
