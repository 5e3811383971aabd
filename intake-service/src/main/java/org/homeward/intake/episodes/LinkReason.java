package org.homeward.intake.episodes;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Why somebody says that two are one child, or are not. It is a code: words about one case would be
 * read by people who may see only the other.
 */
enum LinkReason {
  COMPARED,
  CALLER_SAYS,
  CHILD_SAYS,
  POLICE_SAY,
  DOCUMENT_SEEN,
  /** Only of an unlinking. */
  MISTAKE,
  /** Both were one child with an episode that is erased now; nobody says it but this service. */
  EPISODE_ERASED,
  /** The case of one was opened for the other, who is missing again. */
  MISSING_AGAIN;

  static final Set<LinkReason> LINKING =
      Collections.unmodifiableSet(EnumSet.range(COMPARED, DOCUMENT_SEEN));

  static final Set<LinkReason> UNLINKING =
      Collections.unmodifiableSet(EnumSet.range(COMPARED, MISTAKE));
}
