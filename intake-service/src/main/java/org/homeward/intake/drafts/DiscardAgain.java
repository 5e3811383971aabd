package org.homeward.intake.drafts;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.PendingChange;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.recovery.EndsLine;
import org.homeward.durable.recovery.Replay;
import org.homeward.durable.recovery.Replay.Replayed;

/**
 * After a restore, discards drafts that were discarded before it. A filed draft stays as long as
 * its case was not erased: the copy may be without the case, and then the draft is all that is left
 * of the call.
 */
public final class DiscardAgain {

  /** The kind of a line about a draft. */
  public static final String KIND = "draft";

  static final String DISCARDED = "draft.discarded.v1";
  static final String FILED = "draft.filed.v1";
  static final String EXPIRED = "draft.expired.v1";

  private static final String DISCARDED_LINE = "discarded";
  private static final String FILED_LINE = "filed";
  private static final String CASE = "case";

  private final ChangeDraft changeDraft;
  private final Predicate<String> isTombstone;

  /** Drafts by case, from the lines read so far: a replay reads all of them, from the first. */
  private final Map<String, Set<String>> filedInto = new HashMap<>();

  private final Set<String> erased = new HashSet<>();

  /**
   * @param isTombstone whether only the tombstone of a case is left
   */
  DiscardAgain(ChangeDraft changeDraft, Predicate<String> isTombstone) {
    this.changeDraft = changeDraft;
    this.isTombstone = isTombstone;
  }

  /** The line of a discarded or filed draft for the ends log. */
  static List<EndsLine> line(Guarded<KeptDraft> document, PendingChange change) {
    return switch (change.type()) {
      case DISCARDED -> List.of(line(document, change, DISCARDED_LINE, Map.of()));
      case FILED ->
          document.state() instanceof GoneDraft gone && gone.caseId() != null
              ? List.of(line(document, change, FILED_LINE, Map.of(CASE, gone.caseId())))
              : List.of();
      default -> List.of();
    };
  }

  private static EndsLine line(
      Guarded<KeptDraft> document, PendingChange change, String what, Map<String, String> codes) {
    return new EndsLine(change.at(), KIND + "/" + document.id(), change.n(), what, codes);
  }

  /** Applies a line about a draft; safe to repeat. */
  public synchronized Replayed replay(EndsLine line) {
    return switch (line.what()) {
      case DISCARDED_LINE -> discard(line.id());
      case FILED_LINE -> filed(line.id(), line.codes().getOrDefault(CASE, ""));
      default -> Replayed.MISSING;
    };
  }

  private Replayed filed(String draft, String caseId) {
    if (erased.contains(caseId) || isTombstone.test(caseId)) {
      return discard(draft); // upholds 7
    }
    filedInto.computeIfAbsent(caseId, _ -> new HashSet<>()).add(draft);
    return Replayed.KNOWN;
  }

  /** The words of an erased case do not come back as a draft. */
  public synchronized void caseErased(String caseId) {
    erased.add(caseId);
    filedInto.getOrDefault(caseId, Set.of()).forEach(this::discard);
  }

  private Replayed discard(String draft) {
    return changeDraft.change(draft, new DraftCommand.DiscardAgain(), Replay.BY)
            instanceof WriteOutcome.Written<KeptDraft, DraftDecision>
        ? Replayed.DONE
        : Replayed.KNOWN;
  }
}
