package org.homeward.intake.drafts;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Set;
import org.homeward.durable.command.Command;
import org.jspecify.annotations.Nullable;

/**
 * The tombstone of a draft.
 *
 * @param caseId the case that has its report; absent when there is none
 * @param filedBy the request that made the report, so that a repetition is answered alike
 * @param notTo the people who must not learn either that there was one
 */
record GoneDraft(
    boolean exercise,
    How how,
    @Nullable String caseId,
    @Nullable Command filedBy,
    Set<String> notTo)
    implements KeptDraft {

  /** The field that says which case has its report. */
  static final String CASE_ID = "caseId";

  /** Nobody asks for a draft of last month. */
  static final Duration KEPT = Duration.ofDays(30);

  GoneDraft {
    requireNonNull(how, "how");
    notTo = notTo == null ? Set.of() : Set.copyOf(notTo);
  }

  /** How a draft ended. */
  enum How {
    FILED,
    DISCARDED,
    /** Nobody had saved it for a long time. */
    EXPIRED
  }

  static GoneDraft filed(Draft draft, Filing filing, String caseId) {
    return new GoneDraft(draft.exercise(), How.FILED, caseId, filing.command(), draft.notTo());
  }

  static GoneDraft discarded(Draft draft) {
    return new GoneDraft(draft.exercise(), How.DISCARDED, null, null, draft.notTo());
  }

  static GoneDraft expired(Draft draft) {
    return new GoneDraft(draft.exercise(), How.EXPIRED, null, null, draft.notTo());
  }
}
