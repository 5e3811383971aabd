package org.homeward.intake.photos;

import java.time.Instant;
import java.util.Optional;
import org.homeward.intake.photos.UploadCommand.Confirm;
import org.homeward.intake.photos.UploadCommand.Describe;
import org.homeward.intake.photos.UploadCommand.DescribePaper;
import org.homeward.intake.photos.UploadCommand.Destroy;
import org.homeward.intake.photos.UploadCommand.EndAgain;
import org.homeward.intake.photos.UploadCommand.Erase;
import org.homeward.intake.photos.UploadCommand.HandOver;
import org.homeward.intake.photos.UploadCommand.LetGo;
import org.homeward.intake.photos.UploadCommand.LetOriginalGoIfDue;
import org.homeward.intake.photos.UploadCommand.Lock;
import org.homeward.intake.photos.UploadCommand.Look;
import org.homeward.intake.photos.UploadCommand.Propose;
import org.homeward.intake.photos.UploadCommand.Release;
import org.homeward.intake.photos.UploadCommand.Share;
import org.homeward.intake.photos.UploadCommand.Show;
import org.homeward.intake.photos.UploadCommand.TakeBack;
import org.homeward.intake.photos.UploadCommand.Withdraw;
import org.homeward.intake.photos.UploadDecision.Refusal;
import org.homeward.schema.facts.PhotoWitness;
import org.jspecify.annotations.Nullable;

/** Decides what a command does to a photo or a paper. */
final class UploadDecisions {

  private UploadDecisions() {}

  /** A refusal leaves it as it is. */
  static UploadDecision decide(KeptUpload state, UploadCommand wish, Instant now) {
    return switch (state) {
      case LiveUpload live -> decide(live, wish, now);
      case LockedUpload locked -> decide(locked, wish);
      case GoneUpload _ -> decideGone(wish);
    };
  }

  private static UploadDecision decide(LiveUpload live, UploadCommand wish, Instant now) {
    return switch (wish) {
      case Look(Deed deed, boolean supervises) -> look(live, deed, supervises);
      case Show() -> show(live);
      case Withdraw(String by, boolean supervises) -> withdraw(live, by, supervises);
      case LetGo(), EndAgain() -> changed(GoneUpload.withdrawn(live));
      case Lock(Deed deed) -> changed(LockedUpload.of(live, deed));
      case HandOver _, Destroy _ -> refused(Refusal.NOT_LOCKED);
      case LetOriginalGoIfDue() ->
          live.originalUntil() != null && !now.isBefore(live.originalUntil())
              ? changed(live.withoutOriginal()) // upholds 8
              : new UploadDecision.Unchanged();
      case Erase() -> changed(GoneUpload.erased(live));
      case Describe(PhotoWords words) ->
          live instanceof Photo photo ? describe(photo, words) : refused(noPhoto(live));
      case Release(Deed deed) ->
          live instanceof Photo photo ? release(photo, deed) : refused(noPhoto(live));
      case Share(Deed deed) ->
          live instanceof Photo photo ? share(photo, deed) : refused(noPhoto(live));
      case Propose(PublicWish ofPublic) ->
          live instanceof Photo photo ? propose(photo, ofPublic) : refused(noPhoto(live));
      case Confirm(PublicWish.Second second) ->
          live instanceof Photo photo ? confirm(photo, second) : refused(noPhoto(live));
      case TakeBack() ->
          live instanceof Photo photo && photo.wish() != null
              ? changed(photo.wishing(null)) // upholds 4
              : new UploadDecision.Unchanged();
      case DescribePaper(Paper.Words words) ->
          live instanceof Paper paper ? describe(paper, words) : refused(Refusal.OTHER_KIND);
    };
  }

  private static UploadDecision look(LiveUpload live, Deed deed, boolean supervises) {
    if (live instanceof Photo.Waiting && !supervises) {
      return refused(Refusal.SUPERVISOR_FIRST); // upholds 6
    }
    return live.looked() == null ? changed(live.lookedAt(deed)) : new UploadDecision.Unchanged();
  }

  /** It takes two to delete the picture of a tip: one took it over, another withdraws it. */
  private static UploadDecision withdraw(LiveUpload live, String by, boolean supervises) {
    return switch (live) {
      case Photo.Waiting _ when !supervises -> refused(Refusal.SUPERVISOR_FIRST); // upholds 11
      case Photo photo when photo.fromTip() != null && photo.uploaded().by().equals(by) ->
          refused(Refusal.ANOTHER_PERSON_NEEDED); // upholds 7
      case Photo _, Photo.Waiting _, Paper _ -> changed(GoneUpload.withdrawn(live));
    };
  }

  private static UploadDecision show(LiveUpload live) {
    return switch (live) {
      case Photo.Waiting(var _, Photo photo) ->
          photo.looked() == null ? refused(Refusal.UNSEEN) : changed(photo); // upholds 6
      case Photo _ -> new UploadDecision.Unchanged();
      case Paper _ -> refused(Refusal.OTHER_KIND);
    };
  }

  private static Refusal noPhoto(LiveUpload live) {
    return live instanceof Photo.Waiting ? Refusal.SUPERVISOR_FIRST : Refusal.OTHER_KIND;
  }

  private static UploadDecision describe(Paper paper, Paper.Words words) {
    if (paper.looked() == null) {
      return refused(Refusal.UNSEEN);
    }
    return words.equals(paper.words())
        ? new UploadDecision.Unchanged()
        : changed(paper.described(words));
  }

  private static UploadDecision describe(Photo photo, PhotoWords words) {
    if (photo.looked() == null) {
      return refused(Refusal.UNSEEN);
    }
    return words.equals(photo.words())
        ? new UploadDecision.Unchanged()
        : changed(photo.described(words));
  }

  /** Nobody lets police have what no person has looked at. */
  private static UploadDecision release(Photo photo, Deed deed) {
    if (photo.looked() == null) {
      return refused(Refusal.UNSEEN); // upholds 12
    }
    if (photo.words() == null) {
      return refused(Refusal.NOT_DESCRIBED);
    }
    return photo.released() == null
        ? changed(photo.releasedBy(deed))
        : new UploadDecision.Unchanged();
  }

  private static UploadDecision propose(Photo photo, PublicWish wish) {
    return keptFromPublic(photo)
        .map(UploadDecisions::refused)
        .orElseGet(() -> changed(photo.wishing(wish)));
  }

  /**
   * Why nobody proposes it for the public as it stands: the public is shown no face before police
   * have it, its source and date are known, and somebody says that it is the child's.
   */
  static Optional<Refusal> keptFromPublic(KeptUpload state) {
    return switch (state) {
      case Photo photo -> keptFromPublic(photo);
      case Photo.Waiting _ -> Optional.of(Refusal.SUPERVISOR_FIRST);
      case Paper _ -> Optional.of(Refusal.OTHER_KIND);
      case LockedUpload _ -> Optional.of(Refusal.LOCKED);
      case GoneUpload _ -> Optional.of(Refusal.GONE);
    };
  }

  private static Optional<Refusal> keptFromPublic(Photo photo) {
    PhotoWords words = photo.words();
    if (photo.looked() == null) {
      return Optional.of(Refusal.UNSEEN);
    }
    if (words == null) {
      return Optional.of(Refusal.NOT_DESCRIBED);
    }
    if (words.takenOn() == null) {
      return Optional.of(Refusal.NOT_DATED); // upholds 6
    }
    if (words.saidBy() == PhotoWitness.NOBODY) {
      return Optional.of(Refusal.NOT_WITNESSED); // upholds 6
    }
    if (photo.released() == null) {
      return Optional.of(Refusal.NOT_RELEASED); // upholds 6
    }
    return photo.isForPublic() ? Optional.of(Refusal.IS_PUBLIC) : Optional.empty();
  }

  private static UploadDecision confirm(Photo photo, PublicWish.Second second) {
    PublicWish wish = photo.wish();
    if (wish == null) {
      return refused(Refusal.NOT_PROPOSED);
    }
    if (wish.isConfirmed()) {
      return new UploadDecision.Unchanged();
    }
    return wish.proposed().by().equals(second.by())
        ? refused(Refusal.SAME_PERSON) // upholds 12
        : changed(photo.wishing(wish.confirmed(second)));
  }

  /** No partner is shown a photo that the police of this country do not have. */
  private static UploadDecision share(Photo photo, Deed deed) {
    if (photo.released() == null) {
      return refused(Refusal.NOT_RELEASED); // upholds 6
    }
    return photo.shared() == null ? changed(photo.sharedBy(deed)) : new UploadDecision.Unchanged();
  }

  /**
   * Police need it as it came, so that neither its period nor an erasure of its case deletes it;
   * only their word does.
   */
  private static UploadDecision decide(LockedUpload locked, UploadCommand wish) {
    ReferredDeed handedOver = locked.handedOver();
    return switch (wish) {
      case Look _,
          Show _,
          Describe _,
          DescribePaper _,
          Release _,
          Share _,
          Propose _,
          Confirm _,
          Withdraw _,
          LetGo _ ->
          refused(Refusal.LOCKED);
      case Lock _, LetOriginalGoIfDue _, TakeBack _ -> new UploadDecision.Unchanged();
      case HandOver(ReferredDeed deed) ->
          handedOver == null ? changed(locked.handedOver(deed)) : refused(Refusal.HANDED_OVER);
      case Destroy(ReferredDeed deed) -> destroyed(locked, handedOver, deed);
      case Erase() ->
          locked.caseErased()
              ? new UploadDecision.Unchanged()
              : changed(locked.ofErasedCase()); // upholds 7
      case EndAgain() -> changed(GoneUpload.withdrawn(locked));
    };
  }

  /** Whoever decided that police collect it does not destroy it alone, whatever police write. */
  private static UploadDecision destroyed(
      LockedUpload locked, @Nullable ReferredDeed handedOver, ReferredDeed deed) {
    if (handedOver == null) {
      return refused(Refusal.NOT_HANDED_OVER);
    }
    return handedOver.by().equals(deed.by())
        ? refused(Refusal.ANOTHER_PERSON_NEEDED) // upholds 7
        : changed(GoneUpload.destroyed(locked, handedOver, deed));
  }

  private static UploadDecision decideGone(UploadCommand wish) {
    return switch (wish) {
      case Look _,
          Show _,
          Describe _,
          DescribePaper _,
          Release _,
          Share _,
          Propose _,
          Confirm _,
          Lock _,
          HandOver _,
          Destroy _ ->
          refused(Refusal.GONE);
      case Withdraw _, LetGo _, TakeBack _, LetOriginalGoIfDue _, EndAgain _, Erase _ ->
          new UploadDecision.Unchanged();
    };
  }

  private static UploadDecision changed(KeptUpload next) {
    return new UploadDecision.Changed(next);
  }

  private static UploadDecision refused(Refusal why) {
    return new UploadDecision.Refused(why);
  }
}
