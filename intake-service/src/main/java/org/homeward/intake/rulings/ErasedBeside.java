package org.homeward.intake.rulings;

/** A room that keeps something beside a case, and erases it with the case. */
public interface ErasedBeside {

  /** The case is a tombstone now; asked again until it has returned, and safe to repeat. */
  void caseErased(String caseId);

  /** Whether somebody here has added anything to the case that an import did not bring. */
  boolean hasWorkOn(String caseId);
}
