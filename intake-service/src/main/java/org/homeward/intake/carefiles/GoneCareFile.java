package org.homeward.intake.carefiles;

import java.time.Duration;
import java.util.Set;

/**
 * The tombstone of a care file; for everybody it is as if there had been none.
 *
 * @param notTo the people who must not learn either that there was one
 */
record GoneCareFile(boolean exercise, Set<String> notTo) implements KeptCareFile {

  /** Nothing asks for it any more. */
  static final Duration KEPT_FOR = Duration.ofDays(30);

  GoneCareFile {
    notTo = notTo == null ? Set.of() : Set.copyOf(notTo);
  }
}
