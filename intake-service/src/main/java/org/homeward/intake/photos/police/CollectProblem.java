package org.homeward.intake.photos.police;

import org.homeward.face.problem.ProblemType;

/** The refusals of files for police, each with what to do instead. */
enum CollectProblem implements ProblemType {
  NO_POLICE_KEY(
      409,
      "No key of police is set at this node",
      "Nothing left. Ask police for their public key, and the administrator to set it."),
  EXERCISE_NOT_COLLECTED(
      409,
      "This picture is of an exercise",
      "Nothing left: the key is that of the real police. Tell police of a real picture by"
          + " telephone."),
  LOCKED_PICTURE_LOST(
      410,
      "The bytes of this picture are not here",
      "Nothing left. A restored node has no locked pictures; tell police.");

  private final Wording wording;

  CollectProblem(int status, String title, String remedy) {
    wording = new Wording(status, title, remedy);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
