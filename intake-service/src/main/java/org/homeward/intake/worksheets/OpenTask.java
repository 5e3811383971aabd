package org.homeward.intake.worksheets;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody should do about a case or a care file, whoever or whatever has set it.
 *
 * @param id of a work item, or of a task that the case has set
 * @param about id of the case, or of the care file
 * @param ofFile whether it stands beside a care file, for its members alone
 * @param kind of either
 * @param what the words of the one who set it; absent where the kind says it all
 * @param check the code of an item of the checklist; absent for everything else
 * @param due when it should be done; for a task of the case, when it arose
 */
record OpenTask(
    String id,
    String about,
    boolean ofFile,
    boolean exercise,
    String kind,
    @Nullable String what,
    @Nullable String check,
    Instant due,
    @Nullable String owner) {

  OpenTask {
    requireNonNull(id, "id");
    requireNonNull(about, "about");
    requireNonNull(kind, "kind");
    requireNonNull(due, "due");
  }

  /** Nothing of the file stands in it. */
  static OpenTask of(MemberTasks.MemberTask task) {
    return new OpenTask(
        task.id(),
        task.careFile(),
        true,
        task.exercise(),
        task.kind(),
        null,
        null,
        task.due(),
        task.owner());
  }

  boolean isOverdue(Instant now) {
    return !now.isBefore(due);
  }

  @Override
  public String toString() {
    return "OpenTask[" + id + "]";
  }
}
