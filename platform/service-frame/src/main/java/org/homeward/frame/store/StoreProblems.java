package org.homeward.frame.store;

import com.mongodb.MongoException;
import java.util.Optional;
import org.homeward.durable.log.KeyMissing;
import org.homeward.durable.store.StoreFailure;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.Problem;
import org.homeward.face.problem.ProblemMapping;

/**
 * A store that does not answer is neither a bug nor "not found", so the caller may retry. No write
 * of a caller can reach a document's limit here, so a refusal for size would be a bug.
 */
public final class StoreProblems implements ProblemMapping {

  @Override
  public Optional<Problem> map(Throwable failure) {
    return switch (failure) {
      case StoreFailure.Unavailable _,
          StoreFailure.OutcomeUnknown _,
          StoreFailure.NewerSchema _, // another instance reads it, or this one soon does
          KeyMissing _, // no look without an entry in the audit trail
          MongoException _ ->
          Optional.of(FaceProblem.UNAVAILABLE.problem());
      default -> Optional.empty();
    };
  }
}
