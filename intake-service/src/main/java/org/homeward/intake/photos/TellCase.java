package org.homeward.intake.photos;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.publication.Drain;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.CaseEdit;
import org.homeward.intake.cases.ErasedCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.rulings.Decided;
import org.homeward.intake.rulings.PhotoRuling;
import org.homeward.intake.rulings.Rulings;
import org.homeward.intake.worksheets.AwaitLook;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.facts.CasePhoto;
import org.homeward.schema.values.Audience;
import org.jspecify.annotations.Nullable;

/**
 * Tells the case of a photo who may have it: the case's own event carries that to the readers. A
 * child's own picture is told to nobody; its worksheet has a supervisor look at it. Safe to repeat,
 * in any order: the newest version of the photo decides.
 */
final class TellCase implements Drain<KeptUpload> {

  private static final String BY = "intake";

  private final GuardedDocuments<KeptCase> cases;
  private final AwaitLook awaitLook;
  private final Function<String, Optional<KeptUpload>> now;
  private final Clock clock;

  /**
   * @param now reads an upload as it stands
   */
  TellCase(
      GuardedDocuments<KeptCase> cases,
      AwaitLook awaitLook,
      Function<String, Optional<KeptUpload>> now,
      Clock clock) {
    this.cases = cases;
    this.awaitLook = awaitLook;
    this.now = now;
    this.clock = clock;
  }

  @Override
  public void drain(Guarded<KeptUpload> document) {
    String caseId = document.state().caseId();
    switch (document.state()) {
      case Photo.Waiting waiting -> {
        Deed sent = waiting.uploaded();
        var picture = new AwaitLook.Picture(document.id(), sent.by(), sent.at());
        awaitLook.await(caseId, picture); // upholds 11
        doneIfDecided(caseId, document.id());
      }
      case Photo photo -> {
        Deed looked = photo.looked();
        awaitLook.looked(caseId, document.id(), looked == null ? BY : looked.by());
        tell(document, photo.forReaders(document.id()), by(photo));
      }
      case Paper _ -> {} // nobody but the team reads it
      case LockedUpload _, GoneUpload _ -> {
        if (!document.state().isPaper()) {
          awaitLook.looked(caseId, document.id(), BY);
          tell(document, Optional.empty(), BY); // upholds 4
        }
      }
    }
  }

  /** Another instance may have told of the decision before this one told of the wait. */
  private void doneIfDecided(String caseId, String id) {
    KeptUpload found = now.apply(id).orElse(null);
    if (!(found instanceof Photo.Waiting)) {
      Deed looked = found instanceof Photo photo ? photo.looked() : null;
      awaitLook.looked(caseId, id, looked == null ? BY : looked.by()); // upholds 11
    }
  }

  private static String by(Photo photo) {
    PublicWish wish = photo.wish();
    if (wish != null && wish.second() != null) {
      return wish.second().by();
    }
    Deed last = photo.shared() == null ? photo.released() : photo.shared();
    return last == null ? BY : last.by();
  }

  private void tell(Guarded<KeptUpload> photo, Optional<CasePhoto> released, String by) {
    var ruling = new PhotoRuling(photo.version(), released.orElse(null));
    boolean isEnd = !(photo.state() instanceof Photo);
    WriteOutcome<KeptCase, Boolean> _ =
        cases.change(photo.state().caseId(), read -> decided(read, photo.id(), ruling, isEnd, by));
  }

  /** An end is noted even of a photo the case does not know: an older word may still come. */
  private Decision<KeptCase, Boolean> decided(
      Guarded<KeptCase> read, String photo, PhotoRuling ruling, boolean isEnd, String by) {
    return switch (read.state()) {
      case ErasedCase _ -> Decision.keep(false);
      case Case live -> {
        PhotoRuling known = live.rulings().photos().get(photo);
        boolean isNews =
            known == null ? ruling.released() != null || isEnd : known.version() < ruling.version();
        if (!isNews) yield Decision.keep(false); // upholds 4
        yield write(live, photo, ruling, by);
      }
    };
  }

  private static boolean isForPartners(@Nullable CasePhoto photo) {
    return photo != null && photo.isFor(Audience.PARTNER);
  }

  private Decision<KeptCase, Boolean> write(
      Case live, String photo, PhotoRuling ruling, String by) {
    Instant now = clock.instant();
    PhotoRuling known = live.rulings().photos().get(photo);
    CasePhoto released = ruling.released();
    Rulings rulings = live.rulings().ruling(photo, ruling);
    if (released != null && (known == null || known.released() == null)) {
      rulings = rulings.deciding(Decided.photoReleased(released.child(), by, now)); // upholds 12
    }
    boolean wereThey = known != null && isForPartners(known.released());
    if (released != null && isForPartners(released) && !wereThey) {
      rulings = rulings.deciding(Decided.photoShared(released.child(), by, now));
    }
    Case next = live.with(rulings);
    return Decision.write(
        CaseEdit.of(next, by, now, List.of(ChangeType.CASE_AMENDED)).asEssential(), true);
  }
}
