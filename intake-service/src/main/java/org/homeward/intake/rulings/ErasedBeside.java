package org.homeward.intake.rulings;

/** What a room keeps of a case beside it, and erases with it. */
@FunctionalInterface
public interface ErasedBeside {

  /** The case is a tombstone now; asked again until it has returned, and safe to repeat. */
  void caseErased(String caseId);
}
