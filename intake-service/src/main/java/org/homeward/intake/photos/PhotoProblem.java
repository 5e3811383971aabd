package org.homeward.intake.photos;

import org.homeward.face.problem.ProblemType;

/** The refusals of photos and papers, each with what to do instead. */
enum PhotoProblem implements ProblemType {
  PHOTO_UNSEEN(
      409,
      "Nobody has looked at this photo",
      "Nothing was done. Look at it first; the look is recorded."),
  PHOTO_SUPERVISOR_FIRST(
      409,
      "A supervisor decides about this photo first",
      "The child sent it. Nobody else is shown it until a supervisor lets the team be shown it."),
  PHOTO_NOT_DESCRIBED(
      409,
      "Nobody has said what this photo is",
      "Nothing was done. State where it came from and who says that it shows this child."),
  PHOTO_NOT_RELEASED(
      409, "Police do not have this photo", "Partners did not get it. Release it to police first."),
  PHOTO_LOCKED(
      409,
      "This photo is locked",
      "Nobody is shown it again. A supervisor decides that police collect it."),
  PHOTO_NOT_LOCKED(
      409, "This photo is not locked", "Nothing was done. Withdraw it, or lock it first."),
  PHOTO_NOT_HANDED_OVER(
      409,
      "Police have not collected this photo",
      "Nothing was destroyed. Record the hand-over first."),
  PHOTO_HANDED_OVER(
      409,
      "The hand-over of this photo is recorded",
      "Nothing was changed. The first record stays."),
  PHOTO_GONE(410, "This photo was withdrawn or destroyed", "Nothing of it is left to show."),
  PHOTOS_FULL(
      409,
      "The case has as many photos as it can have",
      "The photo was not stored. Withdraw one that nobody needs."),
  ATTACHMENT_UNSEEN(
      409,
      "Nobody has looked at this attachment",
      "Nothing was done. Look at it first; the look is recorded."),
  ATTACHMENT_LOCKED(
      409,
      "This attachment is locked",
      "Nobody is shown it again. A supervisor decides that police collect it."),
  ATTACHMENT_NOT_LOCKED(
      409, "This attachment is not locked", "Nothing was done. Withdraw it, or lock it first."),
  ATTACHMENT_NOT_HANDED_OVER(
      409,
      "Police have not collected this attachment",
      "Nothing was destroyed. Record the hand-over first."),
  ATTACHMENT_HANDED_OVER(
      409,
      "The hand-over of this attachment is recorded",
      "Nothing was changed. The first record stays."),
  ATTACHMENT_GONE(
      410, "This attachment was withdrawn or destroyed", "Nothing of it is left to show."),
  ATTACHMENTS_FULL(
      409,
      "The case has as many attachments as it can have",
      "The attachment was not stored. Withdraw one that nobody needs."),
  PHOTO_NOT_DATED(
      409,
      "Nobody has said when this photo was taken",
      "The public was not shown it. State its date, as far as somebody knows it."),
  PHOTO_NOT_WITNESSED(
      409,
      "Nobody says that this photo shows the child",
      "The public was not shown it. Ask police, or somebody who knows the child, and state who says"
          + " so."),
  PHOTO_NOT_PROPOSED(
      409,
      "Nobody proposes this photo for the public",
      "Nothing was confirmed. Read it again, or propose it."),
  PHOTO_SAME_PERSON(
      409, "The second person is the first", "Nothing was confirmed. Somebody else confirms it."),
  PHOTO_PUBLIC(
      409,
      "The public may be shown this photo already",
      "Nothing was changed. Take it back first."),
  NOTHING_RELEASED(
      409,
      "Police cannot read about this child yet",
      "The photo was not released. Release a report about the child first.");

  private final Wording wording;

  PhotoProblem(int status, String title, String remedy) {
    wording = new Wording(status, title, remedy);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
