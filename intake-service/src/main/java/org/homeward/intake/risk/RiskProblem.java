package org.homeward.intake.risk;

import org.homeward.face.problem.ProblemType;

/** The refusals of assessments, each with what to do instead. */
enum RiskProblem implements ProblemType {
  ASSESSED_MEANWHILE(
      409,
      "Somebody else has assessed the case meanwhile",
      "Nothing was recorded. Read what was decided, then decide again: a later assessment takes its"
          + " place.");

  private final Wording wording;

  RiskProblem(int status, String title, String remedy) {
    wording = new Wording(status, title, remedy);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
