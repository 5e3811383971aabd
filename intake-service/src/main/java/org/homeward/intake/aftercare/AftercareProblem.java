package org.homeward.intake.aftercare;

import org.homeward.face.problem.ProblemType;

/** The refusals after a find, each with what to do instead. */
enum AftercareProblem implements ProblemType {
  WHEREABOUTS_NOT_TOLD(
      409,
      "This claimant may not learn where the child is",
      "Nothing was decided, and nobody is told. unmet names the rules that are not met: meet them"
          + " first, or leave it at that."),
  GROUND_CHANGED(
      409,
      "Something was recorded since you have read the case",
      "Nothing was decided, and nobody is told. Read the ending again, and decide anew."),
  CASE_NOT_CLOSED(
      409,
      "Something is still open about the case",
      "Nothing was closed. open names what it is: do it, or say that it is not needed, then close."),
  CASE_CLOSED(
      409,
      "The case is closed",
      "Nothing was recorded, and nobody is told where the child was. What keeps the child from"
          + " somebody is still recorded; a child that is missing again has a new episode."),
  AFTERCARE_FULL(
      409,
      "The case has no room for further words about its children",
      "Nothing was recorded. What was decided for a claimant can still be withdrawn.");

  private final Wording wording;

  AftercareProblem(int status, String title, String remedy) {
    wording = new Wording(status, title, remedy);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
