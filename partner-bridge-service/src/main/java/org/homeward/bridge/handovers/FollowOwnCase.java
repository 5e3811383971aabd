package org.homeward.bridge.handovers;

import java.util.Collections;
import org.homeward.bridge.handovers.OwnOffer.OwnCase;
import org.homeward.bridge.partners.Partners;
import org.homeward.copies.AfterCopy;
import org.homeward.copies.CaseCopy;
import org.homeward.copies.KeptCopy;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.schema.snapshots.CaseStatus;

/** Applies a new version of a case to its handovers, so that partners are owed it. */
public final class FollowOwnCase implements AfterCopy {

  private final GuardedDocuments<Handover> handovers;
  private final ChangeHandover changeHandover;
  private final Partners partners;

  FollowOwnCase(
      GuardedDocuments<Handover> handovers, ChangeHandover changeHandover, Partners partners) {
    this.handovers = handovers;
    this.changeHandover = changeHandover;
    this.partners = partners;
  }

  @Override
  public void follows(KeptCopy kept) {
    if (!kept.first()) {
      tellAll(kept.caseId(), kept.version(), kept.copy());
    }
  }

  private void tellAll(String caseId, long version, CaseCopy copy) {
    handovers.each("caseId", caseId).forEach(found -> tell(found, version, copy));
  }

  /** Applies the newest version to one handover, in case it was begun meanwhile. */
  public void catchUp(Guarded<Handover> handover, GuardedDocuments<CaseCopy> copies) {
    copies
        .find(handover.state().caseId())
        .ifPresent(copy -> tell(handover, versionOf(copy), copy.state()));
  }

  /** The case's own version of which this is the copy. */
  public static long versionOf(Guarded<CaseCopy> copy) {
    return copy.from() == null ? 0 : copy.from().version();
  }

  /** The part of the copy that a new handover with this partner has to know. */
  public OwnCase seen(String partner, long version, CaseCopy copy) {
    return seen(partner, version, copy, 0);
  }

  private OwnCase seen(String partner, long version, CaseCopy copy, long brakes) {
    return switch (copy) {
      case CaseCopy.Known(CaseSnapshot now) ->
          new OwnCase(
              version,
              now.frozen() || !now.isSearch(), // upholds 3
              now.status() == CaseStatus.ENDED,
              false,
              now.braked(),
              !Collections.disjoint(now.notTo(), partners.names(partner)),
              brakes);
      case CaseCopy.Erased _ -> new OwnCase(version, false, true, true);
    };
  }

  private void tell(Guarded<Handover> handover, long version, CaseCopy copy) {
    if (handover.state() instanceof Owned owned && owned.offer().seen().version() < version) {
      OwnCase seen = seen(owned.partner(), version, copy, brakes(handover.id(), copy));
      WriteOutcome.OfChanging<Handover, HandoverDecision<Owned>> _ =
          changeHandover.owned(handover.id(), "bridge", new OwnerEvent.CaseMoved(seen));
    }
  }

  private static long brakes(String handover, CaseCopy copy) {
    return copy instanceof CaseCopy.Known(CaseSnapshot now)
        ? now.brakes().getOrDefault(handover, 0L)
        : 0;
  }
}
