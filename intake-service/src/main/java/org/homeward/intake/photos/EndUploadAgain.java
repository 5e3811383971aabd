package org.homeward.intake.photos;

import java.time.Clock;
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
  private static final String TAKEN_BACK_LINE = "taken-back";

  private final ChangeUpload changeUpload;
  private final Predicate<Guarded<?>> isOfTheCopy;
  private final Clock clock;

  /**
   * @param incarnation what was written in an earlier one is of the copy
   */
  EndUploadAgain(ChangeUpload changeUpload, Incarnation incarnation, Clock clock) {
    this.changeUpload = changeUpload;
    this.isOfTheCopy = read -> read.version() < incarnation.after(0);
    this.clock = clock;
  }

  /** The line of a photo for the ends log. */
  static List<EndsLine> line(Guarded<KeptUpload> document, PendingChange change) {
    return switch (change.type()) {
      case ChangeUpload.GONE -> List.of(line(document, change, GONE_LINE));
      case ChangeUpload.TAKEN_BACK -> List.of(line(document, change, TAKEN_BACK_LINE)); // upholds 7
      case ChangeUpload.LOCKED -> List.of(line(document, change, LOCKED_LINE));
      default -> List.of();
    };
  }

  private static EndsLine line(Guarded<KeptUpload> document, PendingChange change, String what) {
    return new EndsLine(change.at(), KIND + "/" + document.id(), change.n(), what, Map.of());
  }

  /** Applies a line about a photo; safe to repeat. */
  public Replayed replay(EndsLine line) {
    return switch (line.what()) {
      case GONE_LINE -> again(line.id(), new UploadCommand.EndAgain());
      case LOCKED_LINE ->
          again(line.id(), new UploadCommand.Lock(new Deed(Replay.BY, clock.instant())));
      case TAKEN_BACK_LINE ->
          changeUpload.takeBackAgain(line.id(), line.version(), isOfTheCopy)
              ? Replayed.DONE
              : Replayed.KNOWN;
      default -> Replayed.MISSING;
    };
  }

  private Replayed again(String photo, UploadCommand wish) {
    return changeUpload.change(photo, wish, Replay.BY)
            instanceof WriteOutcome.Written<KeptUpload, UploadDecision>
        ? Replayed.DONE
        : Replayed.KNOWN;
  }
}
