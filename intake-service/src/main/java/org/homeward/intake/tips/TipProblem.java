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
      409, "Nobody has graded the tip", "It was not made a report. Grade it with a reason first."),
  TIP_SENT(
      409,
      "The tip went to the owner of its case",
      "Nothing was changed. The owner has it as it was; take it back or correct it by telephone."),
  TIP_NOT_SENT(
      409,
      "The tip does not say that it went to an owner",
      "Nothing was changed. Record first what was sent, then that it was taken back."),
  TIP_NOT_TAKEN_BACK(
      409,
      "The owner abroad still has the tip",
      "It was not erased. Take it back from the owner of its case first."),
  TIP_NOT_ABROAD(
      409,
      "The case of this tip is no partner's",
      "Nothing is sent. Make the tip a report of its case."),
  TIP_SUPERVISOR_FIRST(
      409,
      "The giver says to be the child in this picture",
      "Nobody was shown it. A supervisor looks at it first."),
  TIP_PICTURE_UNSEEN(
      409,
      "Nobody has looked at the picture of this tip",
      "Nothing was done. Look at it first; the look is recorded."),
  TIP_PICTURE_LOCKED(
      409,
      "The picture of this tip is locked",
      "Nobody is shown it again, and the tip stays with it. A supervisor decides that police collect"
          + " it."),
  TIP_PICTURE_NOT_LOCKED(
      409, "The picture of this tip is not locked", "Nothing was done. Withdraw it, or lock it."),
  TIP_PICTURE_NOT_HANDED_OVER(
      409,
      "Police have not collected the picture of this tip",
      "Nothing was destroyed. Record the hand-over first."),
  TIP_PICTURE_HANDED_OVER(
      409,
      "The hand-over of this picture is recorded",
      "Nothing was changed. The first record stays."),
  TIP_PICTURE_GONE(
      410,
      "The picture of this tip is not here any more",
      "It was withdrawn or destroyed, or is a photo of the case.");

  private final Wording wording;

  TipProblem(int status, String title, String remedy) {
    wording = new Wording(status, title, remedy);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
