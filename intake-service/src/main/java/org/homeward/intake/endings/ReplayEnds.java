package org.homeward.intake.endings;

import org.homeward.durable.recovery.EndsLine;
import org.homeward.durable.recovery.Replay;
import org.homeward.intake.calls.TieAgain;
import org.homeward.intake.drafts.DiscardAgain;

/** Applies each line of the ends log again to what it is about. */
final class ReplayEnds implements Replay {

  private final ReplayCaseEnds cases;
  private final KeepFromAgain keepFrom;
  private final DiscardAgain drafts;
  private final TieAgain calls;

  ReplayEnds(ReplayCaseEnds cases, KeepFromAgain keepFrom, DiscardAgain drafts, TieAgain calls) {
    this.cases = cases;
    this.keepFrom = keepFrom;
    this.drafts = drafts;
    this.calls = calls;
  }

  @Override
  public Replayed replay(EndsLine line) {
    if (line.kind().equals(DiscardAgain.KIND)) {
      return drafts.replay(line);
    }
    if (line.kind().equals(TieAgain.KIND)) {
      return calls.replay(line);
    }
    return switch (line.what()) {
      case CaseEnds.KEPT -> keepFrom.replay(line);
      case CaseEnds.ERASE -> {
        drafts.caseErased(line.id()); // upholds 7
        calls.caseErased(line.id()); // upholds 7
        yield cases.replay(line);
      }
      default -> cases.replay(line);
    };
  }
}
