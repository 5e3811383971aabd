package org.homeward.intake.support;

import org.homeward.face.problem.ProblemType;

/** The refusals of support, each with what to do instead. */
enum SupportProblem implements ProblemType {
  OWN_WORD_MISSING(
      409,
      "The person has not agreed to this service",
      "Nothing has begun. Ask the person, and record what she or he says."),
  PARENT_MISSING(
      409,
      "The law of this country asks a parent or guardian of a child first",
      "Nothing has begun. Ask a parent or guardian who is not feared, or the office of social work,"
          + " and record the answer."),
  SOCIAL_WORK_MISSING(
      409,
      "No parent may be asked, and the office that stands in has not agreed",
      "Nothing has begun. Ask the office of social work, never the parent, and record the answer."),
  WORD_NOT_ASKED(
      409,
      "Nobody asks for this word",
      "Nothing was recorded. A parent is asked about a child alone, never about counselling, and"
          + " never where the child fears who cares for it."),
  SUPPORT_FULL(
      409,
      "The file has no room for more of these",
      "Nothing was recorded. Open another file about the person, and say so in both.");

  private final Wording wording;

  SupportProblem(int status, String title, String remedy) {
    wording = new Wording(status, title, remedy);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
