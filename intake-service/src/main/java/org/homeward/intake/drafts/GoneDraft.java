package org.homeward.intake.drafts;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.homeward.durable.document.Command;
import org.jspecify.annotations.Nullable;

/**
 * The tombstone of a draft.
 *
 * @param caseId the case that has its report; absent when it was discarded
 * @param filedBy the request that made the report, so that a repetition is answered alike
 */
record GoneDraft(boolean exercise, How how, @Nullable String caseId, @Nullable Command filedBy)
    implements KeptDraft {

  /** Nobody asks for a draft of last month. */
  static final Duration KEPT = Duration.ofDays(30);

  GoneDraft {
    requireNonNull(how, "how");
  }

  /** How a draft ended. */
  enum How {
    FILED,
    DISCARDED
  }

  static GoneDraft filed(Draft draft, Filing filing, String caseId) {
    return new GoneDraft(draft.exercise(), How.FILED, caseId, filing.command());
  }

  static GoneDraft discarded(Draft draft) {
    return new GoneDraft(draft.exercise(), How.DISCARDED, null, null);
  }
}
