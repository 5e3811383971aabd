package org.homeward.intake.photos;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.PendingChange;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.recovery.EndsLine;
import org.homeward.durable.recovery.Replay;
import org.homeward.durable.recovery.Replay.Replayed;
import org.homeward.durable.store.Incarnation;
import org.homeward.intake.photos.bytes.LockedPictures;
import org.homeward.schema.json.Json;
import tools.jackson.core.JacksonException;

/**
 * After a restore, withdraws, destroys and locks photos again that the restored copy still has, and
 * takes back from the public what was taken back. One that was erased with its case is erased with
 * it again.
 */
public final class EndUploadAgain {

  /** The kind of a line about a photo. */
  public static final String KIND = "photo";

  private static final String GONE_LINE = "gone";
  private static final String LOCKED_LINE = "locked";
  private static final String DESTROYED_LINE = "destroyed";
  private static final String TAKEN_BACK_LINE = "taken-back";

  private final ChangeUpload changeUpload;
  private final LockedPictures lockedPictures;
  private final Predicate<Guarded<?>> isOfTheCopy;
  private final Clock clock;

  /**
   * @param incarnation what was written in an earlier one is of the copy
   */
  EndUploadAgain(
      ChangeUpload changeUpload,
      LockedPictures lockedPictures,
      Incarnation incarnation,
      Clock clock) {
    this.changeUpload = changeUpload;
    this.lockedPictures = lockedPictures;
    this.isOfTheCopy = read -> read.version() < incarnation.after(0);
    this.clock = clock;
  }

  /**
   * The line of a photo for the ends log; of a locked one with what it is known again by, and
   * before that of a destroyed one the sealed record of whose word it was.
   */
  static List<EndsLine> line(
      Guarded<KeptUpload> document, PendingChange change, LockedPictures lockedPictures) {
    return switch (change.type()) {
      case ChangeUpload.GONE ->
          lines(document.id(), document.state(), change.at(), change.n(), lockedPictures);
      case ChangeUpload.TAKEN_BACK ->
          List.of(line(document, change, TAKEN_BACK_LINE, Map.of())); // upholds 7
      case ChangeUpload.LOCKED ->
          List.of(line(document, change, LOCKED_LINE, marks(document.state(), lockedPictures)));
      default -> List.of();
    };
  }

  /** Of one that is gone; first the record, because what it says outlives the photo. */
  static List<EndsLine> lines(
      String id, KeptUpload state, Instant at, long version, LockedPictures lockedPictures) {
    String subject = KIND + "/" + id;
    List<EndsLine> lines = new ArrayList<>();
    if (state instanceof GoneUpload gone && gone.isDestroyed()) {
      lockedPictures.records().codes(id, Json.mapper().writeValueAsBytes(gone)).stream()
          .map(codes -> new EndsLine(at, subject, version, DESTROYED_LINE, codes))
          .forEach(lines::add);
    }
    lines.add(new EndsLine(at, subject, version, GONE_LINE, Map.of()));
    return lines;
  }

  /** Has a picture known again from its lock on, and locks all that are the same. */
  static void mark(Guarded<KeptUpload> document, LockedPictures lockedPictures) {
    if (document.state() instanceof LockedUpload locked) {
      lockedPictures.locked(locked.seal(), locked.locked().by());
    }
  }

  private static Map<String, String> marks(KeptUpload state, LockedPictures lockedPictures) {
    return state instanceof LockedUpload locked
        ? lockedPictures.codes(locked.seal())
        : Map.of(); // it was destroyed meanwhile, and an earlier line had them
  }

  private static EndsLine line(
      Guarded<KeptUpload> document, PendingChange change, String what, Map<String, String> codes) {
    return new EndsLine(change.at(), KIND + "/" + document.id(), change.n(), what, codes);
  }

  /** Applies a line about a photo; safe to repeat. */
  public Replayed replay(EndsLine line) {
    return switch (line.what()) {
      case DESTROYED_LINE ->
          lockedPictures
              .records()
              .next(line.id(), line.codes())
              .map(record -> destroyedAgain(line.id(), record))
              .orElse(Replayed.KNOWN);
      case GONE_LINE -> again(line.id(), new UploadCommand.EndAgain());
      case LOCKED_LINE -> {
        lockedPictures.lockAgain(line.codes()); // where the copy is without the photo, too
        yield again(line.id(), new UploadCommand.Lock(new Deed(Replay.BY, clock.instant())));
      }
      case TAKEN_BACK_LINE ->
          changeUpload.takeBackAgain(line.id(), line.version(), isOfTheCopy)
              ? Replayed.DONE
              : Replayed.KNOWN;
      default -> Replayed.MISSING;
    };
  }

  /** The record comes back also where the copy is without the photo. */
  private Replayed destroyedAgain(String photo, byte[] record) {
    try {
      GoneUpload gone = Json.mapper().readValue(record, GoneUpload.class);
      return changeUpload.destroyedAgain(photo, gone) ? Replayed.DONE : Replayed.KNOWN;
    } catch (JacksonException ofAnotherVersion) {
      return Replayed.KNOWN;
    }
  }

  private Replayed again(String photo, UploadCommand wish) {
    return changeUpload.change(photo, wish, Replay.BY)
            instanceof WriteOutcome.Written<KeptUpload, UploadDecision>
        ? Replayed.DONE
        : Replayed.KNOWN;
  }
}
