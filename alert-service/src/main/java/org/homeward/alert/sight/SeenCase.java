package org.homeward.alert.sight;

import java.util.Set;
import org.homeward.copies.CaseCopy;
import org.homeward.copies.CaseViewer;

/**
 * The proof that a person may see a case. {@link SeeCase} alone makes it, once the look is
 * recorded; a use case that shows or changes something of a case for a person takes it.
 */
public final class SeenCase {

  private final String caseId;
  private final CaseViewer by;
  private final Set<String> notTo;

  SeenCase(String caseId, CaseViewer by, Set<String> notTo) {
    this.caseId = caseId;
    this.by = by;
    this.notTo = Set.copyOf(notTo);
  }

  public String caseId() {
    return caseId;
  }

  /** Opaque id of the person who may see it. */
  public String person() {
    return by.person();
  }

  /** Whether another person may see it too; the word of one who may not counts no longer. */
  public boolean isSeenBy(String another) {
    return !CaseCopy.isKeptFrom(another, notTo); // upholds 6
  }

  @Override
  public String toString() {
    return "SeenCase[" + caseId + "]";
  }
}
