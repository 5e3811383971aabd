package org.homeward.intake.drafts;

import java.util.Optional;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.ProblemException;

/** Maps outcomes of drafts to HTTP answers. */
public final class HttpDrafts {

  private HttpDrafts() {}

  /** The report's own outcome, or the problem that kept the draft from being filed. */
  public static <T> T filed(FileDraft.Filed<T> filed) {
    return switch (filed) {
      case FileDraft.Filed.Done<T>(T outcome) -> outcome;
      case FileDraft.Filed.NoSuchDraft<T>() -> throw FaceProblem.NOT_FOUND.exception();
      case FileDraft.Filed.Gone<T>() -> throw DraftProblem.DRAFT_GONE.exception();
      case FileDraft.Filed.BeingFiled<T>() -> throw DraftProblem.DRAFT_BEING_FILED.exception();
    };
  }

  static ProblemException refusal(DraftCommand.Refusal why) {
    return switch (why) {
      case NO_SUCH_DRAFT -> FaceProblem.NOT_FOUND.exception();
      case DRAFT_GONE -> DraftProblem.DRAFT_GONE.exception();
      case DRAFT_BEING_FILED -> DraftProblem.DRAFT_BEING_FILED.exception();
    };
  }

  static ProblemException gone(Optional<String> caseId) {
    var problem = DraftProblem.DRAFT_GONE.problem();
    return caseId.map(id -> problem.with("case", id)).orElse(problem).exception();
  }
}
