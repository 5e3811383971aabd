package org.homeward.intake.carefiles;

import java.util.List;
import java.util.Map;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.PendingChange;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.recovery.EndsLine;
import org.homeward.durable.recovery.Replay;
import org.homeward.durable.recovery.Replay.Replayed;

/** After a restore, erases a care file that an earlier copy of the data still has. */
public final class EraseCareFileAgain {

  /** The kind of a line about a care file. */
  public static final String KIND = "care-file";

  private static final String ERASED_LINE = "erased";

  private final ChangeCareFile changeCareFile;

  EraseCareFileAgain(ChangeCareFile changeCareFile) {
    this.changeCareFile = changeCareFile;
  }

  /** The line of an erased file for the ends log. */
  static List<EndsLine> line(Guarded<KeptCareFile> document, PendingChange change) {
    return change.type().equals(ChangeCareFile.ERASED)
        ? List.of(
            new EndsLine(
                change.at(), KIND + "/" + document.id(), change.n(), ERASED_LINE, Map.of()))
        : List.of();
  }

  /** Applies a line about a file; safe to repeat. */
  public Replayed replay(EndsLine line) {
    if (!line.what().equals(ERASED_LINE)) {
      return Replayed.MISSING;
    }
    return changeCareFile.change(line.id(), new CareFileCommand.EraseAgain(), Replay.BY)
            instanceof WriteOutcome.Written<KeptCareFile, CareFileDecision>
        ? Replayed.DONE // upholds 7
        : Replayed.KNOWN;
  }
}
