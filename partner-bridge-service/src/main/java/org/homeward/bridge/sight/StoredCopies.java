package org.homeward.bridge.sight;

import java.util.Optional;
import org.homeward.copies.CaseCopy;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;

/** The stored copies of cases, as far as they decide who sees a handover. */
record StoredCopies(GuardedDocuments<CaseCopy> documents) implements SeeHandovers.Copies {

  @Override
  public Optional<CaseCopy> find(String caseId) {
    return documents.find(caseId).map(Guarded::state);
  }

  @Override
  public Optional<CaseCopy> findUnlessKeptFrom(String name, String caseId) {
    return documents.findUnless(caseId, CaseCopy.NOT_TO_LIST, name).map(Guarded::state);
  }
}
