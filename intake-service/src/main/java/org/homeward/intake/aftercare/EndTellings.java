package org.homeward.intake.aftercare;

/** Ends what was decided for claimants, because the child is not there any more. */
@FunctionalInterface
public interface EndTellings {

  /**
   * Nobody is told any more where the child was. Safe to repeat.
   *
   * @param by opaque id of the person who took the report
   */
  void missingAgain(String caseId, String child, String by);
}
