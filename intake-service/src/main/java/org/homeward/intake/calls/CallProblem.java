package org.homeward.intake.calls;

import org.homeward.face.problem.ProblemType;

/** The refusals of the call log, each with what to do instead. */
enum CallProblem implements ProblemType {
  CALL_TIED(
      409,
      "The call belongs to a draft or a case",
      "Nothing was changed. Work on the draft or the case that the call names; a supervisor"
          + " corrects a wrong tie.");

  private final Wording wording;

  CallProblem(int status, String title, String remedy) {
    wording = new Wording(status, title, remedy);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
