package org.homeward.intake.finding;

import java.util.Set;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.matching.Description;

/** The index entry of a child, as one circle of readers may know it. */
final class KnownChild {

  private final String caseId;
  private final String childId;
  private final Set<String> notTo;
  private final boolean isExercise;
  private final boolean isForConfidants;
  private final Description description;
  private final Set<String> household;

  /**
   * @param notTo the people who must not learn of it, named as a case names them
   * @param isForConfidants it says what the rest of the team may not know
   * @param household what children of one household share
   */
  KnownChild(
      String caseId,
      String childId,
      Set<String> notTo,
      boolean isExercise,
      boolean isForConfidants,
      Description description,
      Set<String> household) {
    this.caseId = caseId;
    this.childId = childId;
    this.notTo = Set.copyOf(notTo);
    this.isExercise = isExercise;
    this.isForConfidants = isForConfidants;
    this.description = description;
    this.household = Set.copyOf(household);
  }

  String caseId() {
    return caseId;
  }

  String childId() {
    return childId;
  }

  Description description() {
    return description;
  }

  /** What children of one household share; each begins with what it is. */
  Set<String> household() {
    return household;
  }

  /** Whether both say the same, whoever may read it. */
  boolean saysTheSameAs(KnownChild other) {
    return description.equals(other.description) && household.equals(other.household);
  }

  boolean isExercise() {
    return isExercise;
  }

  boolean isShownTo(String person, boolean isConfidant) {
    boolean isKept = notTo.contains(KeptCase.named(person));
    return !isKept && (isConfidant || !isForConfidants); // upholds 6
  }

  @Override
  public String toString() {
    return "KnownChild[" + childId + "]";
  }
}
