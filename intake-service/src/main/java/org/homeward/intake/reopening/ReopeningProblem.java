package org.homeward.intake.reopening;

import org.homeward.face.problem.ProblemType;

/** The refusals of a new episode, each with what to do instead. */
enum ReopeningProblem implements ProblemType {
  SEARCH_GOES_ON(
      409,
      "The search for this child goes on",
      "No case was opened. Add what the caller says as a report to this case."),
  SEARCHED_AGAIN(
      409,
      "This child is searched for again already",
      "No case was opened. The child's page shows the open case; add what the caller says to it.");

  private final Wording wording;

  ReopeningProblem(int status, String title, String remedy) {
    wording = new Wording(status, title, remedy);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
