package org.homeward.intake.worksheets;

/** Asks those who work on a case to compare it with what a colleague looked for in vain. */
@FunctionalInterface
public interface AskOwner {

  /**
   * Sets a task of the case, which the colleague does not see; safe to repeat.
   *
   * @param searchedBy opaque id of the colleague
   */
  void ask(String caseId, String searchedBy);
}
