package org.homeward.intake.family;

import org.homeward.face.problem.ProblemType;

/** The refusals of what a family wants to hear, each with what to do instead. */
enum FamilyProblem implements ProblemType {
  FAMILY_TOLD_NOTHING(
      409,
      "This person hears nothing of the case now",
      "Nothing was shown, and nothing is read aloud. Say only that you can say nothing, and end the"
          + " call; write down what the person says."),
  NUMBER_NOT_ON_FILE(
      409,
      "This is not the number on file",
      "Nothing was shown, and nothing is read aloud. Hang up, and call the number on file. A"
          + " supervisor can enter another number, with the reason."),
  NAME_NOT_CONFIRMED(
      409,
      "The person has said another name than the one on file",
      "Nothing was shown, and nothing is read aloud. Do not say the name yourself. Ask for the whole"
          + " name once more, or end the call."),
  SENTENCE_NOT_NOW(
      409,
      "This sentence is not true now",
      "Nothing was shown. Choose one of mayHear; there is no other for this person now."),
  NEXT_CALL_NEEDED(
      409,
      "The sentence promises a call, and none is promised",
      "Nothing was shown. Say in next when we call this person again, and who does."),
  CONTACT_OVER(
      409,
      "The hotline speaks to this person no more",
      "Nothing was done. Write the person down anew if we shall speak again."),
  UPDATE_SETTLED(
      409,
      "Somebody has recorded something else of this call",
      "Nothing was recorded. Read what stands there; what was told is not taken back."),
  FAMILY_FULL(
      409,
      "The case has no room for more of its family",
      "Nothing was written down, and nothing was shown. What became of a call is still recorded.");

  private final Wording wording;

  FamilyProblem(int status, String title, String remedy) {
    wording = new Wording(status, title, remedy);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
