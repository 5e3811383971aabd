package org.homeward.intake.worksheets;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody should do about a case, whoever or whatever has set it.
 *
 * @param id of a work item, or of a task that the case has set
 * @param kind of either
 * @param what the words of the one who set it; absent where the kind says it all
 * @param check the code of an item of the checklist; absent for everything else
 * @param due when it should be done; for a task of the case, when it arose
 */
record OpenTask(
    String id,
    String caseId,
    boolean exercise,
    String kind,
    @Nullable String what,
    @Nullable String check,
    Instant due,
    @Nullable String owner) {

  OpenTask {
    requireNonNull(id, "id");
    requireNonNull(caseId, "caseId");
    requireNonNull(kind, "kind");
    requireNonNull(due, "due");
  }

  boolean isOverdue(Instant now) {
    return !now.isBefore(due);
  }

  @Override
  public String toString() {
    return "OpenTask[" + id + "]";
  }
}
