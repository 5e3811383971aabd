package org.homeward.intake.drafts;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The end of a draft that is gone.
 *
 * @param caseId the case that has its report; absent when no report came of it
 * @param notTo the people who must not learn that there was a draft
 */
public record DraftEnd(@Nullable String caseId, Set<String> notTo) {

  public DraftEnd {
    notTo = Set.copyOf(notTo);
  }
}
