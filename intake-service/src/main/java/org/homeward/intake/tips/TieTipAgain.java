package org.homeward.intake.tips;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.PendingChange;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.recovery.EndsLine;
import org.homeward.durable.recovery.Replay;
import org.homeward.durable.recovery.Replay.Replayed;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.ErasedCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.photos.bytes.LockedPictures;
import org.homeward.schema.json.Json;
import tools.jackson.core.JacksonException;

/**
 * Ties a tip to its case again that an earlier copy of the data has without it, so that whoever
 * must not learn of the case does not learn of the tip; a tip of an erased case is erased, and so
 * is one that people had erased. Where the copy is without the case too, the tip stays: it may be
 * all that is left. Its picture is locked again, or goes again.
 */
public final class TieTipAgain {

  /** The kind of a line about a tip. */
  public static final String KIND = "tip";

  static final String TIED = "tip.tied.v1";

  private static final String TIED_LINE = "tied";
  private static final String ERASED_LINE = "erased";
  private static final String LOCKED_LINE = "picture-locked";
  private static final String PICTURE_GONE_LINE = "picture-gone";
  private static final String DESTROYED_LINE = "picture-destroyed";
  private static final String CASE = "case";

  private final ChangeTip changeTip;
  private final GuardedDocuments<KeptCase> cases;
  private final LockedPictures lockedPictures;
  private final Clock clock;

  /** What the lines so far have said: a replay reads all of them, from the first. */
  private final Map<String, Set<String>> tipsOf = new HashMap<>();

  private final Set<String> erased = new HashSet<>();

  TieTipAgain(
      ChangeTip changeTip,
      GuardedDocuments<KeptCase> cases,
      LockedPictures lockedPictures,
      Clock clock) {
    this.changeTip = changeTip;
    this.cases = cases;
    this.lockedPictures = lockedPictures;
    this.clock = clock;
  }

  /** The line of a tip for the ends log; of a locked picture with what it is known again by. */
  static List<EndsLine> line(
      Guarded<KeptTip> document, PendingChange change, LockedPictures lockedPictures) {
    return switch (change.type()) {
      case TIED ->
          document.state() instanceof Tip tip && tip.tie().isPresent()
              ? List.of(line(document, change, TIED_LINE, Map.of(CASE, tip.tie().get())))
              : List.of();
      case ChangeTip.ERASED -> List.of(line(document, change, ERASED_LINE, Map.of()));
      case ChangeTip.LOCKED ->
          List.of(line(document, change, LOCKED_LINE, marks(document.state(), lockedPictures)));
      case ChangeTip.PICTURE_GONE -> {
        List<EndsLine> lines = new ArrayList<>();
        TipPicture picture = document.state() instanceof Tip tip ? tip.picture() : null;
        if (picture != null && picture.handedOver() != null && picture.destroyed() != null) {
          var wish = new PictureWish.DestroyAgain(picture.handedOver(), picture.destroyed());
          lockedPictures
              .records()
              .codes(document.id(), Json.mapper().writeValueAsBytes(wish))
              .forEach(codes -> lines.add(line(document, change, DESTROYED_LINE, codes)));
        }
        lines.add(line(document, change, PICTURE_GONE_LINE, Map.of()));
        yield lines;
      }
      default -> List.of();
    };
  }

  /** Has a picture known again from its lock on, and locks all that are the same. */
  static void mark(Guarded<KeptTip> document, LockedPictures lockedPictures) {
    TipPicture picture = document.state() instanceof Tip tip ? tip.picture() : null;
    if (picture != null && picture.seal() != null && picture.locked() != null) {
      lockedPictures.locked(picture.seal(), picture.locked().by());
    }
  }

  private static Map<String, String> marks(KeptTip state, LockedPictures lockedPictures) {
    TipPicture picture = state instanceof Tip tip ? tip.picture() : null;
    return picture == null || picture.seal() == null
        ? Map.of() // it was destroyed meanwhile, and an earlier line had them
        : lockedPictures.codes(picture.seal());
  }

  private static EndsLine line(
      Guarded<KeptTip> document, PendingChange change, String what, Map<String, String> codes) {
    return new EndsLine(change.at(), KIND + "/" + document.id(), change.n(), what, codes);
  }

  /** Applies a line about a tip; safe to repeat. */
  public synchronized Replayed replay(EndsLine line) {
    if (line.what().equals(ERASED_LINE)) {
      return replayed(changeTip.eraseAgain(line.id(), Replay.BY)); // upholds 7
    }
    if (line.what().equals(LOCKED_LINE)) {
      lockedPictures.lockAgain(line.codes()); // where the copy is without the tip, too
      return applied(line.id(), new TipCommand.OfPicture(new PictureWish.Lock(again())));
    }
    if (line.what().equals(DESTROYED_LINE)) {
      return lockedPictures
          .records()
          .next(line.id(), line.codes())
          .map(record -> destroyedAgain(line.id(), record))
          .orElse(Replayed.KNOWN);
    }
    if (line.what().equals(PICTURE_GONE_LINE)) {
      return applied(line.id(), new TipCommand.OfPicture(new PictureWish.EndAgain(again())));
    }
    String caseId = line.codes().getOrDefault(CASE, "");
    if (!line.what().equals(TIED_LINE) || caseId.isEmpty()) {
      return Replayed.MISSING;
    }
    tipsOf.computeIfAbsent(caseId, _ -> new HashSet<>()).add(line.id());
    KeptCase found = cases.find(caseId).map(Guarded::state).orElse(null);
    if (found instanceof ErasedCase || erased.contains(caseId)) {
      return applied(line.id(), new TipCommand.EraseAgain()); // upholds 7
    }
    return found instanceof Case live
        ? applied(line.id(), new TipCommand.Tie(caseId, live.exercise(), null, Replay.BY))
        : Replayed.KNOWN;
  }

  private Replayed destroyedAgain(String tip, byte[] record) {
    try {
      PictureWish wish = Json.mapper().readValue(record, PictureWish.DestroyAgain.class);
      return applied(tip, new TipCommand.OfPicture(wish));
    } catch (JacksonException ofAnotherVersion) {
      return Replayed.KNOWN;
    }
  }

  /** The words of an erased case do not come back with a tip. */
  public synchronized void caseErased(String caseId) {
    erased.add(caseId);
    tipsOf
        .getOrDefault(caseId, Set.of())
        .forEach(tip -> applied(tip, new TipCommand.EraseAgain())); // upholds 7
  }

  private TipPicture.Deed again() {
    return new TipPicture.Deed(Replay.BY, clock.instant(), null);
  }

  private Replayed applied(String tip, TipCommand wish) {
    return replayed(changeTip.change(tip, wish, Replay.BY));
  }

  private static Replayed replayed(
      WriteOutcome.OfChanging<KeptTip, TipCommand.TipDecision> outcome) {
    return outcome instanceof WriteOutcome.Written<KeptTip, TipCommand.TipDecision>
        ? Replayed.DONE
        : Replayed.KNOWN;
  }
}
