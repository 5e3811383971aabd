package org.homeward.intake.shifts;

import org.homeward.face.problem.ProblemType;

/** The refusals of hand-overs between shifts, each with what to do instead. */
enum ShiftProblem implements ProblemType {
  OWN_SHIFT(
      409,
      "You have left this shift yourself",
      "Nothing was changed. Ask a colleague to accept it, or take it back if you stay."),
  NOT_YOUR_SHIFT(
      409,
      "A colleague has left this shift",
      "Nothing was changed. Accept it if you go on from here; only the colleague takes it back."),
  SHIFT_OVER(
      409,
      "This was accepted or taken back already",
      "Nothing was changed. Read it again to see by whom.");

  private final Wording wording;

  ShiftProblem(int status, String title, String remedy) {
    wording = new Wording(status, title, remedy);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
