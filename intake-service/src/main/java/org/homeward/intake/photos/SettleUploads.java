package org.homeward.intake.photos;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.intake.photos.bytes.LockedPictures;
import org.homeward.intake.photos.bytes.LocksAlike;
import org.homeward.intake.photos.bytes.SealedBytes;
import org.homeward.intake.photos.bytes.UploadPart;
import org.homeward.intake.rulings.ErasedBeside;

/**
 * Deletes the bytes that nobody may have any more, and erases photos and papers with their case. A
 * locked one stays until police have judged it. After a crash the alarm repeats it.
 */
final class SettleUploads implements AlarmHandler, ErasedBeside, LocksAlike {

  private static final String BY = "intake";

  private final GuardedDocuments<KeptUpload> photos;
  private final ChangeUpload changeUpload;
  private final SealedBytes bytes;
  private final LockedPictures lockedPictures;
  private final Predicate<String> isErased;
  private final Clock clock;

  /**
   * @param isErased whether only the tombstone of a case is left
   */
  SettleUploads(
      GuardedDocuments<KeptUpload> photos,
      ChangeUpload changeUpload,
      SealedBytes bytes,
      LockedPictures lockedPictures,
      Predicate<String> isErased,
      Clock clock) {
    this.photos = photos;
    this.changeUpload = changeUpload;
    this.bytes = bytes;
    this.lockedPictures = lockedPictures;
    this.isErased = isErased;
    this.clock = clock;
  }

  /**
   * The bytes are gone when this returns, but for those that police have not judged: others say
   * next that the case is erased.
   */
  @Override
  public void caseErased(String caseId) {
    changeUpload
        .of(caseId)
        .forEach(
            each -> {
              changeUpload.change(each.id(), new UploadCommand.Erase(), BY);
              deleteAfterErasure(each.id());
            });
  }

  private void deleteAfterErasure(String id) {
    photos
        .find(id)
        .ifPresentOrElse(
            now -> deleteUnneeded(id, now.state()), () -> bytes.deleteAll(id)); // upholds 7
  }

  /** There are some ten thousand, and a lock is rare, so that all are read. */
  @Override
  public void lockAlike(Set<String> marks) {
    photos.forEach(
        read -> {
          if (read.state() instanceof LiveUpload live
              && lockedPictures.isAlike(live.seal(), marks)) {
            lock(read.id());
          }
        });
  }

  /** Somebody locked the same picture before. */
  void lock(String id) {
    var wish = new UploadCommand.Lock(new Deed(LockedPictures.BY, clock.instant()));
    if (changeUpload.change(id, wish, LockedPictures.BY)
        instanceof WriteOutcome.Written<KeptUpload, UploadDecision>(var now, var _)) {
      deleteUnneeded(now.id(), now.state());
    }
  }

  @Override
  public boolean hasWorkOn(String caseId) {
    return changeUpload.of(caseId).stream().anyMatch(each -> !(each.state() instanceof GoneUpload));
  }

  /** Answers the dues of a photo; safe to repeat. */
  @Override
  public void due(String id) {
    answer(id, ChangeUpload.BYTES_DUE);
    answer(id, ChangeUpload.SETTLE_DUE);
    answer(id, ChangeUpload.ORIGINAL_DUE);
  }

  private void answer(String id, String due) {
    Instant now = clock.instant();
    photos.find(id).filter(read -> read.dueAt(now).contains(due)).ifPresent(it -> answer(it, due));
  }

  private void answer(Guarded<KeptUpload> read, String due) {
    switch (due) {
      case ChangeUpload.BYTES_DUE -> {
        deleteUnneeded(read.id(), read.state());
        changeUpload.answered(read, due);
      }
      case ChangeUpload.SETTLE_DUE -> {
        if (isErased.test(read.state().caseId())) {
          changeUpload.change(read.id(), new UploadCommand.Erase(), BY); // upholds 7
        } else {
          changeUpload.answered(read, due);
        }
      }
      default -> {
        var outcome = changeUpload.change(read.id(), new UploadCommand.LetOriginalGoIfDue(), BY);
        if (outcome instanceof WriteOutcome.Written<KeptUpload, UploadDecision>(var now, var _)) {
          deleteUnneeded(now.id(), now.state());
        }
      }
    }
  }

  /** Called right after a write, and by the alarm if the process crashed before that. */
  void deleteUnneeded(String id, KeptUpload state) {
    switch (state) {
      case LiveUpload live -> {
        if (live.originalUntil() == null) {
          bytes.deleteOriginal(id); // upholds 8
        }
        if (live.isOpen()) {
          bytes.deleteVeiled(id); // from now on it is in copies of the node
        }
        if (live instanceof Photo photo && photo.wish() == null) {
          bytes.deletePublic(id); // upholds 7
        }
      }
      case LockedUpload locked -> {
        if (isOriginalEvidence(id, locked)) {
          bytes.deleteMade(id);
        } else {
          bytes.deletePublic(id);
          veil(id, locked);
        }
      }
      case GoneUpload _ -> bytes.deleteAll(id); // upholds 8
    }
  }

  /** From now on no copy of the node takes it. It may have been destroyed meanwhile. */
  private void veil(String id, LockedUpload locked) {
    bytes.veil(id, locked.seal().key());
    if (photos.find(id).filter(now -> now.state() instanceof LockedUpload).isEmpty()) {
      bytes.deleteAll(id); // upholds 8
    }
  }

  /**
   * The renditions are kept when the original is gone (its period is over, or a restore lost it):
   * they are then the only evidence.
   */
  private boolean isOriginalEvidence(String id, LockedUpload locked) {
    return locked.seal().digests().containsKey(UploadPart.ORIGINAL.text()) && bytes.hasOriginal(id);
  }
}
