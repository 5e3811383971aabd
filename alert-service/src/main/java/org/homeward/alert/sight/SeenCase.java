package org.homeward.alert.sight;

/**
 * The proof that a person may see a case. {@link SeeCase} alone makes it, once the look is
 * recorded; a use case that shows or changes something of a case for a person takes it.
 */
public final class SeenCase {

  private final String caseId;
  private final Viewer by;

  SeenCase(String caseId, Viewer by) {
    this.caseId = caseId;
    this.by = by;
  }

  public String caseId() {
    return caseId;
  }

  /** Opaque id of the person who may see it. */
  public String person() {
    return by.person();
  }

  @Override
  public String toString() {
    return "SeenCase[" + caseId + "]";
  }
}
