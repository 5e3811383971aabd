package org.homeward.intake.tips;

import org.homeward.face.problem.ProblemType;

/** The refusals of tips, each with what to do instead. */
enum TipProblem implements ProblemType {
  TIP_NOT_RECEIVED(
      507,
      "NOT received: call 116 000 instead",
      "This node takes no more tips at the moment. Nothing was stored. Say it by telephone."),
  TIPS_TOO_MANY(
      429,
      "NOT received: call 116 000 instead",
      "Many tips came from this address within an hour. Nothing was stored. Say it by telephone."),
  TIP_TIED(
      409,
      "The tip belongs to another case",
      "Nothing was changed. Read the tip; a report of the case that it names can be corrected"
          + " there."),
  TIP_REPORTED(
      409,
      "The tip is a report of its case",
      "Nothing was changed. Amend or release the report that the tip names."),
  TIP_NOT_TIED(
      409, "The tip belongs to no case", "It was not made a report. Tie it to a case first."),
  TIP_NOT_GRADED(
      409, "Nobody has graded the tip", "It was not made a report. Grade it with a reason first.");

  private final Wording wording;

  TipProblem(int status, String title, String remedy) {
    wording = new Wording(status, title, remedy);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
