package org.homeward.intake.carefiles;

import org.homeward.face.problem.ProblemType;

/** The refusals of care files, each with what to do instead. */
enum CareFileProblem implements ProblemType {
  CONSENT_MISSING(
      409,
      "The person has not agreed that this office learns of her or him",
      "Nothing was recorded as told. Ask the person and record the answer; where somebody is in"
          + " imminent danger, say so and why."),
  FILE_FULL(
      409,
      "The file has no room for more of these",
      "Nothing was recorded. Open another file about the person, and say so in both.");

  private final Wording wording;

  CareFileProblem(int status, String title, String remedy) {
    wording = new Wording(status, title, remedy);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
