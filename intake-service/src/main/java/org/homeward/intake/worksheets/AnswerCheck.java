package org.homeward.intake.worksheets;

/** Says that an item of a checklist was done by something that a person did elsewhere. */
@FunctionalInterface
public interface AnswerCheck {

  /**
   * The open item of this child is done; nothing where there is none. Safe to repeat.
   *
   * @param by opaque id of the person
   */
  void done(String caseId, String code, String child, String by);
}
