package org.homeward.intake.worksheets;

import org.homeward.face.problem.ProblemType;

/** The refusals of worksheets, each with what to do instead. */
enum WorkProblem implements ProblemType {
  TASK_DONE(
      409,
      "The task was done in another way before",
      "Nothing was changed. Read the case; set a new one if there is more to do."),
  TASK_WITHOUT_NEXT(
      409,
      "This task has no next date",
      "Nothing was changed. Only aftercare goes on to a next date: do the task, or set a new one."),
  WORKSHEET_FULL(
      409,
      "The case has no room for further notes",
      "Nothing was noted. Add what matters as a report to the case. Open tasks can still be "
          + "done and handed on.");

  private final Wording wording;

  WorkProblem(int status, String title, String remedy) {
    wording = new Wording(status, title, remedy);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
