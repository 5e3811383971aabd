package org.homeward.bridge.sight;

/**
 * The proof that a person may see a case. {@link SeeHandovers} alone makes it, once the look is
 * recorded; a use case that shows or changes something of a case for a person takes it.
 */
public final class SeenCase {

  private final String asked;
  private final String caseId;
  private final String person;

  SeenCase(String asked, String caseId, String person) {
    this.asked = asked;
    this.caseId = caseId;
    this.person = person;
  }

  /** The id under which the person asked: the case's own, or that of a handover of it. */
  public String asked() {
    return asked;
  }

  public String caseId() {
    return caseId;
  }

  /** Opaque id of the person who may see it. */
  public String person() {
    return person;
  }

  @Override
  public String toString() {
    return "SeenCase[" + caseId + "]";
  }
}
