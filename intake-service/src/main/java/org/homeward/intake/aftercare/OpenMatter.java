package org.homeward.intake.aftercare;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Something that is still open about a case, so that nobody closes it.
 *
 * @param kind of the task or work; null where the matter says it all
 */
record OpenMatter(Matter matter, @Nullable String kind) {

  /** What it is. */
  enum Matter {
    /** The search for a child goes on. */
    SEARCH,
    /** A task that the case itself has set. */
    TASK,
    /** A work item, an item of the checklist, or a step of aftercare. */
    WORK,
    /** An alert or a handover is not over. */
    OUT,
    /** A child has not answered the offer of an interview. */
    INTERVIEW
  }

  OpenMatter {
    requireNonNull(matter, "matter");
  }
}
