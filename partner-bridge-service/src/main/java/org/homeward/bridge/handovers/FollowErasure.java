package org.homeward.bridge.handovers;

import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.schema.snapshots.ErasureSnapshot;

/** Records that this node has erased its copies of a case, so that the receipt can be signed. */
final class FollowErasure {

  private static final int PAGE = 100;

  private final GuardedDocuments<Handover> handovers;
  private final ChangeHandover changeHandover;

  FollowErasure(GuardedDocuments<Handover> handovers, ChangeHandover changeHandover) {
    this.handovers = handovers;
    this.changeHandover = changeHandover;
  }

  /** Safe to repeat; of a case of our own it says nothing here. */
  void follow(ErasureSnapshot done) {
    var erased = new Held.Erased(done.at(), done.keptFields(), done.keptUntil());
    handovers.page("caseId", done.id(), "", PAGE).stream()
        .filter(found -> found.state() instanceof Held)
        .forEach(
            found -> {
              WriteOutcome.OfChanging<Handover, HandoverDecision<Held>> _ =
                  changeHandover.held(found.id(), "bridge", new HolderEvent.CopiesErased(erased));
            });
  }
}
