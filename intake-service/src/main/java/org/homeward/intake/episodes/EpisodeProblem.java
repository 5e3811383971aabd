package org.homeward.intake.episodes;

import org.homeward.face.problem.ProblemType;

/** The refusals of links between children, each with what to do instead. */
enum EpisodeProblem implements ProblemType {
  ONE_CHILD_ALREADY(
      409,
      "Both are one child already",
      "Nothing was linked. Other links join these two; read the child."),
  SIBLINGS_WOULD_BE_ONE(
      409,
      "Two children of one case would be one child",
      "Nothing was linked. Undo the link that is wrong first, or link another child.");

  private final Wording wording;

  EpisodeProblem(int status, String title, String remedy) {
    wording = new Wording(status, title, remedy);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
