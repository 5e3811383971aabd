package org.homeward.intake.worksheets;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a person or the time does to a worksheet. */
sealed interface WorkCommand {

  record Write(Note note) implements WorkCommand {}

  record SetItem(WorkItem item) implements WorkCommand {}

  /** Somebody looked for what the case has, and was not shown it. */
  record Check(WorkItem item) implements WorkCommand {}

  /**
   * A person says how it was done.
   *
   * @param reason why it is not needed; absent otherwise
   * @param then items of the checklist that begin by it
   */
  record Finish(
      String item, WorkItem.How how, String by, @Nullable String reason, List<WorkItem> then)
      implements WorkCommand {

    public Finish {
      then = List.copyOf(then);
    }

    public Finish(String item, WorkItem.How how, String by) {
      this(item, how, by, null, List.of());
    }
  }

  /** The rules ask for these items of the checklist by now, and for no others. */
  record Want(List<KeepChecks.Wanted> wanted, @Nullable String owner) implements WorkCommand {

    public Want {
      wanted = List.copyOf(wanted);
    }
  }

  /** An item of the checklist was done by something that a person did elsewhere. */
  record Answer(WorkItem.Check check, String by) implements WorkCommand {}

  /** An interview was offered, or a call was promised: something elsewhere does it. */
  record Await(WorkItem item) implements WorkCommand {}

  /** The child has answered it, or the call was made. */
  record Answered(String item, String by) implements WorkCommand {}

  /** The risk was assessed, and is to be reviewed; an earlier review is done by it. */
  record Review(WorkItem item) implements WorkCommand {}

  /** Nobody reviews the risk any more. */
  record EndReview() implements WorkCommand {}

  /**
   * Somebody takes it or hands it on.
   *
   * @param owner absent: anybody may take it
   */
  record HandItem(String item, @Nullable String owner) implements WorkCommand {}

  /**
   * The same of a task that the case itself has set.
   *
   * @param standing all tasks of the case that stand
   */
  record HandTask(String task, @Nullable String owner, Set<String> standing)
      implements WorkCommand {}

  /** The date on which somebody looks after the child or the family next. */
  record NextDate(String item, Instant due) implements WorkCommand {}

  record RingIfDue() implements WorkCommand {}

  /** The case is erased. */
  record Erase() implements WorkCommand {}
}
