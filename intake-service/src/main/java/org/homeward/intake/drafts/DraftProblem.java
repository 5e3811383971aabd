package org.homeward.intake.drafts;

import org.homeward.face.problem.ProblemType;

/** The refusals of drafts, each with what to do instead. */
enum DraftProblem implements ProblemType {
  DRAFT_GONE(
      410, "The draft was filed or discarded", "Open the case that it names, or a new draft."),
  DRAFT_BEING_FILED(
      409, "Somebody is filing this draft", "Read it again in a minute: then it is filed or open.");

  private final Wording wording;

  DraftProblem(int status, String title, String remedy) {
    wording = new Wording(status, title, remedy);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
