package org.homeward.bridge.handovers.desk;

import org.homeward.copies.CaseCopy;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.schema.people.ChildState;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.schema.snapshots.CaseStatus;

/**
 * Whether somebody has said that a child of a case is found. A partner who reads of it stops its
 * own search, so nobody tells it while everybody here still searches.
 */
final class SaidFound {

  private final GuardedDocuments<CaseCopy> copies;

  SaidFound(GuardedDocuments<CaseCopy> copies) {
    this.copies = copies;
  }

  /** Of a case that is not known here nobody can tell, and a recall is not held up. */
  boolean isOrNobodyCanTell(String caseId) {
    return !(copies.find(caseId).map(Guarded::state).orElse(null)
            instanceof CaseCopy.Known(CaseSnapshot told))
        || told.status() == CaseStatus.ENDED
        || told.braked()
        || told.children().values().stream()
            .anyMatch(child -> child.status() != ChildState.MISSING);
  }
}
