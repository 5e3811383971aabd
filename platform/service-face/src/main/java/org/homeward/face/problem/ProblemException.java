package org.homeward.face.problem;

/** A problem on its way to the caller. Its message is the problem's code, never content. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    // An expected refusal: the stack is of no use to anybody.
    super(problem.kind().code(), null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
