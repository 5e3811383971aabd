package org.homeward.intake.endings;

import org.homeward.durable.recovery.EndsLine;
import org.homeward.durable.recovery.Replay;
import org.homeward.intake.calls.TieAgain;
import org.homeward.intake.carefiles.CareFileAgain;
import org.homeward.intake.drafts.DiscardAgain;
import org.homeward.intake.episodes.UndoLinkAgain;
import org.homeward.intake.photos.EndUploadAgain;
import org.homeward.intake.tips.TieTipAgain;

/** Applies each line of the ends log again to what it is about. */
final class ReplayEnds implements Replay {

  private final ReplayCaseEnds cases;
  private final KeepFromAgain keepFrom;
  private final DiscardAgain drafts;
  private final TieAgain calls;
  private final EndUploadAgain photos;
  private final TieTipAgain tips;
  private final UndoLinkAgain links;
  private final CareFileAgain careFiles;

  ReplayEnds(
      ReplayCaseEnds cases,
      KeepFromAgain keepFrom,
      DiscardAgain drafts,
      TieAgain calls,
      EndUploadAgain photos,
      TieTipAgain tips,
      UndoLinkAgain links,
      CareFileAgain careFiles) {
    this.cases = cases;
    this.keepFrom = keepFrom;
    this.drafts = drafts;
    this.calls = calls;
    this.photos = photos;
    this.tips = tips;
    this.links = links;
    this.careFiles = careFiles;
  }

  @Override
  public Replayed replay(EndsLine line) {
    if (line.kind().equals(DiscardAgain.KIND)) {
      return drafts.replay(line);
    }
    if (line.kind().equals(TieAgain.KIND)) {
      return calls.replay(line);
    }
    if (line.kind().equals(EndUploadAgain.KIND)) {
      return photos.replay(line); // upholds 7
    }
    if (line.kind().equals(TieTipAgain.KIND)) {
      return tips.replay(line);
    }
    if (line.kind().equals(UndoLinkAgain.KIND)) {
      return links.replay(line);
    }
    if (line.kind().equals(CareFileAgain.KIND)) {
      return careFiles.replay(line); // upholds 7
    }
    return switch (line.what()) {
      case CaseEnds.KEPT -> keepFrom.replay(line);
      case CaseEnds.ERASE -> {
        drafts.caseErased(line.id()); // upholds 7
        calls.caseErased(line.id()); // upholds 7
        tips.caseErased(line.id()); // upholds 7
        Replayed erased = cases.replay(line);
        if (erased == Replayed.MISSING) {
          links.caseIsMissing(line.id()); // upholds 7
        }
        yield erased;
      }
      default -> cases.replay(line);
    };
  }
}
