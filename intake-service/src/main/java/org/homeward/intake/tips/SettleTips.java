package org.homeward.intake.tips;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.ErasedCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.photos.bytes.LockedPictures;
import org.homeward.intake.photos.bytes.LocksAlike;
import org.homeward.intake.rulings.EndedBeside;
import org.homeward.intake.rulings.ErasedBeside;
import org.homeward.intake.rulings.SightedBeside;
import org.homeward.intake.tips.TipCommand.TipDecision;
import org.homeward.schema.snapshots.HandedSighting;

/**
 * Tips follow their case into its end and its erasure, but for a picture that police have not
 * judged. Cases tell of both; a tip that was tied just then looks for itself a little later. What a
 * partner's person graded arrives as a tip of the case.
 */
final class SettleTips
    implements AlarmHandler, EndedBeside, ErasedBeside, SightedBeside, LocksAlike {

  private static final String BY = "intake";

  private final GuardedDocuments<KeptTip> tips;
  private final ChangeTip changeTip;
  private final TipPictures pictures;
  private final TakeTipBack takeTipBack;
  private final GuardedDocuments<KeptCase> cases;
  private final Clock clock;

  SettleTips(
      GuardedDocuments<KeptTip> tips,
      ChangeTip changeTip,
      TipPictures pictures,
      TakeTipBack takeTipBack,
      GuardedDocuments<KeptCase> cases,
      Clock clock) {
    this.tips = tips;
    this.changeTip = changeTip;
    this.pictures = pictures;
    this.takeTipBack = takeTipBack;
    this.cases = cases;
    this.clock = clock;
  }

  /** One tip comes of each, however often it is told; one that was withdrawn goes. */
  @Override
  public void sighted(String caseId, boolean exercise, String handover, List<HandedSighting> seen) {
    for (HandedSighting each : seen) {
      String id = takeTipBack.ofPartner(handover, each.id());
      if (each.withdrawn()) {
        changeTip.withdrawn(id, BY);
        continue;
      }
      Tip tip = FileTip.tip(requireNonNull(each.seen()), exercise, caseId, clock.instant());
      changeTip.receive(id, tip, new Command("sighting/" + handover + "/" + each.id(), ""));
    }
  }

  @Override
  public void caseEnded(String caseId, Instant at) {
    forEach(caseId, id -> changeTip.change(id, new TipCommand.CaseEnded(caseId, at), BY));
  }

  /**
   * The bytes of pictures are gone when this returns, but for those that police have not judged:
   * others say next that the case is erased.
   */
  @Override
  public void caseErased(String caseId) {
    forEach(
        caseId,
        id -> {
          erase(id);
          tips.find(id)
              .ifPresentOrElse(
                  now -> pictures.deleteUnneeded(id, now.state()),
                  () -> pictures.deleteAll(id)); // upholds 7
        });
  }

  /** There are some thousand, and a lock is rare, so that all are read. */
  @Override
  public void lockAlike(Set<String> marks) {
    tips.forEach(
        read -> {
          if (read.state() instanceof Tip tip
              && tip.picture() != null
              && pictures.isAlike(tip.picture(), marks)) {
            lock(read.id());
          }
        });
  }

  /** Somebody locked the same picture before. */
  void lock(String id) {
    var wish = new TipCommand.OfPicture(pictures.lockAgain());
    if (changeTip.change(id, wish, LockedPictures.BY)
        instanceof WriteOutcome.Written<KeptTip, TipDecision>(var now, var _)) {
      pictures.deleteUnneeded(now.id(), now.state());
      takeTipBack.photoIfUnneeded(now.id(), now.state(), BY);
    }
  }

  @Override
  public boolean hasWorkOn(String caseId) {
    return tips.each(Tip.CASE_ID, caseId).anyMatch(each -> each.state() instanceof Tip);
  }

  /** Answers the dues of a tip; safe to repeat. */
  @Override
  public void due(String id) {
    Instant now = clock.instant();
    tips.find(id)
        .filter(read -> read.dueAt(now).contains(ChangeTip.SETTLE_DUE))
        .ifPresent(read -> settle(read, now));
    changeTip.expireIfDue(id, BY);
    if (isDue(id, ChangeTip.ORIGINAL_DUE, now)) {
      var wish = new PictureWish.LetOriginalGoIfDue();
      changeTip.change(id, new TipCommand.OfPicture(wish), BY); // upholds 8
    }
    tips.find(id)
        .filter(read -> read.dueAt(now).contains(ChangeTip.BYTES_DUE))
        .ifPresent(this::deleteUnneeded);
  }

  private boolean isDue(String id, String due, Instant now) {
    return tips.find(id).filter(read -> read.dueAt(now).contains(due)).isPresent();
  }

  /** After a crash too: the bytes go before the due. */
  private void deleteUnneeded(Guarded<KeptTip> read) {
    pictures.deleteUnneeded(read.id(), read.state());
    takeTipBack.photoIfUnneeded(read.id(), read.state(), BY);
    changeTip.deleted(read);
  }

  private void settle(Guarded<KeptTip> read, Instant now) {
    if (!(read.state() instanceof Tip tip) || tip.caseId() == null) {
      return;
    }
    KeptCase of = cases.find(tip.caseId()).map(Guarded::state).orElse(null);
    // Of a case that is not here nobody would ever say that it has ended.
    boolean hasEnded =
        of == null || (of instanceof Case live && live.standing() == Case.Standing.ENDED);
    if (of instanceof ErasedCase) {
      erase(read.id());
    } else if (hasEnded && tip.caseEndedAt() == null) {
      changeTip.change(read.id(), new TipCommand.CaseEnded(tip.caseId(), now), BY);
    } else {
      changeTip.settled(read);
    }
  }

  private void erase(String id) {
    changeTip.change(id, new TipCommand.EraseAgain(), BY);
  }

  private void forEach(String caseId, Consumer<String> each) {
    tips.each(Tip.CASE_ID, caseId).map(Guarded::id).forEach(each);
  }
}
