package org.homeward.bridge.handovers.desk;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.homeward.copies.CaseCopy;
import org.homeward.schema.people.ChildState;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.schema.snapshots.CaseStatus;

/**
 * Whether somebody has said here that the children of a case are found. A recall is of the whole
 * case, and a partner who reads of it stops its own search, so nobody tells it while one of them is
 * still missing here.
 */
final class SaidFound {

  private final Function<String, Optional<CaseCopy>> copies;
  private final Predicate<String> isFresh;

  /**
   * @param isFresh whether the copy of a case is new enough to be relied on
   */
  SaidFound(Function<String, Optional<CaseCopy>> copies, Predicate<String> isFresh) {
    this.copies = copies;
    this.isFresh = isFresh;
  }

  /** By an old copy, or of a case that is not known here, nobody can tell: no recall waits. */
  boolean isOrNobodyCanTell(String caseId) {
    return !isFresh.test(caseId)
        || !(copies.apply(caseId).orElse(null) instanceof CaseCopy.Known(CaseSnapshot told))
        || told.status() == CaseStatus.ENDED
        || told.children().values().stream()
            .noneMatch(child -> child.status() == ChildState.MISSING);
  }
}
