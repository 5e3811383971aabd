package org.homeward.bridge.handovers;

import java.util.List;
import org.homeward.bridge.handovers.dialogue.CaseSeen;
import org.homeward.copies.AfterCopy;
import org.homeward.copies.CaseCopy;
import org.homeward.copies.KeptCopy;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.schema.facts.CaseSnapshot;
import org.homeward.schema.facts.CaseStatus;

/** Applies a new version of a case to its handovers, so that partners are owed it. */
public final class FollowOwnCase implements AfterCopy {

  private static final int PAGE = 100;

  private final GuardedDocuments<Handover> handovers;
  private final ChangeHandover changeHandover;

  FollowOwnCase(GuardedDocuments<Handover> handovers, ChangeHandover changeHandover) {
    this.handovers = handovers;
    this.changeHandover = changeHandover;
  }

  @Override
  public void follows(KeptCopy kept) {
    if (!kept.first()) {
      tellAll(kept.caseId(), seen(kept.version(), kept.copy()));
    }
  }

  private void tellAll(String caseId, CaseSeen seen) {
    String after = "";
    while (true) {
      List<Guarded<Handover>> page = handovers.page("caseId", caseId, after, PAGE);
      page.stream().filter(found -> found.state() instanceof Owned).forEach(o -> tell(o, seen));
      if (page.size() < PAGE) {
        return;
      }
      after = page.getLast().id();
    }
  }

  /** Applies the newest version to one handover, in case it was begun meanwhile. */
  public void catchUp(Guarded<Handover> handover, GuardedDocuments<CaseCopy> copies) {
    copies
        .find(handover.state().caseId())
        .ifPresent(copy -> tell(handover, seen(versionOf(copy), copy.state())));
  }

  /** The case's own version of which this is the copy. */
  public static long versionOf(Guarded<CaseCopy> copy) {
    return copy.from() == null ? 0 : copy.from().version();
  }

  public static CaseSeen seen(long version, CaseCopy copy) {
    return switch (copy) {
      case CaseCopy.Known(CaseSnapshot now) ->
          new CaseSeen(version, now.frozen(), now.status() == CaseStatus.ENDED, false);
      case CaseCopy.Erased _ -> new CaseSeen(version, false, true, true);
    };
  }

  private void tell(Guarded<Handover> handover, CaseSeen seen) {
    if (handover.state() instanceof Owned owned
        && owned.offer().seen().version() < seen.version()) {
      WriteOutcome.OfChanging<Handover, HandoverDecision<Owned>> _ =
          changeHandover.owned(handover.id(), "bridge", new OwnerEvent.CaseMoved(seen));
    }
  }
}
