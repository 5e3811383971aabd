package org.homeward.intake.referrals;

import org.homeward.face.problem.ProblemType;

/** The refusals of referrals, each with what to do instead. */
enum ReferralProblem implements ProblemType {
  SHEET_OLD(
      409,
      "The file says another age than the sheet of this referral",
      "Nothing was recorded as handed over. Write the sheet anew; whoever has to agree to it, agrees"
          + " anew."),
  PROVIDER_OUT(
      409,
      "The provider is not in the directory any more",
      "Nothing was recorded as handed over. Choose another provider.");

  private final Wording wording;

  ReferralProblem(int status, String title, String remedy) {
    wording = new Wording(status, title, remedy);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
