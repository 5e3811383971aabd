package org.homeward.intake.drafts;

import java.util.Optional;
import java.util.Set;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.ProblemException;
import org.homeward.intake.cases.CaseDecision;
import org.homeward.intake.cases.HttpAnswers;

/** Maps outcomes of drafts to HTTP answers. */
public final class HttpDrafts {

  private HttpDrafts() {}

  /** The proof that the person may see the draft, or 404. */
  public static LookAtDraft.SeenDraft found(Optional<LookAtDraft.SeenDraft> looked) {
    return looked.orElseThrow(FaceProblem.NOT_FOUND::exception);
  }

  /** The report's own outcome, or the problem that kept the draft from being filed. */
  public static <T> T filed(FileDraft.Filed<T> filed) {
    return switch (filed) {
      case FileDraft.Filed.Done(T outcome) -> outcome;
      case FileDraft.Filed.Refused(var why) -> throw refusal(why);
    };
  }

  static Optional<ProblemException> refusal(DraftDecision decision) {
    return decision instanceof DraftDecision.Refused(var why)
        ? Optional.of(refusal(why))
        : Optional.empty();
  }

  static ProblemException refusal(DraftDecision.Refusal why) {
    return switch (why) {
      case NO_SUCH_DRAFT -> FaceProblem.NOT_FOUND.exception();
      case DRAFT_GONE -> DraftProblem.DRAFT_GONE.exception();
      case DRAFT_BEING_FILED -> DraftProblem.DRAFT_BEING_FILED.exception();
      case SAVED_SINCE -> FaceProblem.PRECONDITION_FAILED.exception();
      case EXERCISE_AND_REAL ->
          HttpAnswers.refusal(
              new CaseDecision.Refused(CaseDecision.Refusal.EXERCISE_AND_REAL, Set.of()));
    };
  }

  /** The person may see the case that is named. */
  static ProblemException gone(GoneDraft gone) {
    var problem = DraftProblem.DRAFT_GONE.problem();
    return (gone.caseId() == null ? problem : problem.with("case", gone.caseId())).exception();
  }
}
