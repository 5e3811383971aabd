package org.homeward.intake.interviews;

import org.homeward.face.problem.ProblemType;

/** The refusals of interviews, each with what to do instead. */
enum InterviewProblem implements ProblemType {
  CHILD_NOT_FOUND(
      409,
      "The child has not returned",
      "Nothing was offered. An interview is for a child that was found alive."),
  INTERVIEW_OFFERED(
      409,
      "The child has not answered the offer before",
      "Nothing was offered. Record what the child said to the offer that stands."),
  INTERVIEW_OVER(
      409,
      "This offer was answered in another way",
      "Nothing was recorded. Offer another interview if the child wants one now."),
  INTERVIEWER_INVOLVED(
      409,
      "This interviewer must not speak with the child",
      "Nothing was offered. objections says why: the case is kept from them, they are feared, or"
          + " nobody was asked whom the child fears. Choose somebody else.");

  private final Wording wording;

  InterviewProblem(int status, String title, String remedy) {
    wording = new Wording(status, title, remedy);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
