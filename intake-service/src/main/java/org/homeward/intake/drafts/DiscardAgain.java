package org.homeward.intake.drafts;

import java.util.List;
import java.util.Map;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.PendingChange;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.recovery.EndsLine;
import org.homeward.durable.recovery.Replay;
import org.homeward.intake.drafts.DraftCommand.Decided;

/**
 * Discards a draft again that an earlier copy of the data still has. A filed draft stays: the copy
 * may be without its case, and then the draft is all that is left of the call.
 */
public final class DiscardAgain implements Replay {

  /** The kind of a line about a draft. */
  public static final String KIND = "draft";

  static final String DISCARDED = "draft.discarded.v1";

  private static final String WHAT = "discarded";

  private final ChangeDraft changeDraft;

  DiscardAgain(ChangeDraft changeDraft) {
    this.changeDraft = changeDraft;
  }

  /** The line of a discarded draft for the ends log. */
  static List<EndsLine> line(Guarded<KeptDraft> document, PendingChange change) {
    return List.of(
        new EndsLine(change.at(), KIND + "/" + document.id(), change.n(), WHAT, Map.of()));
  }

  @Override
  public Replayed replay(EndsLine line) {
    return changeDraft.change(line.id(), new DraftCommand.Discard(), BY)
            instanceof WriteOutcome.Written<KeptDraft, Decided>
        ? Replayed.DONE
        : Replayed.KNOWN;
  }
}
