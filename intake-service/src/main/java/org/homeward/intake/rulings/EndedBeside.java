package org.homeward.intake.rulings;

import java.time.Instant;

/** What a room keeps of a case beside it, for some time after its end. */
@FunctionalInterface
public interface EndedBeside {

  /** Nobody searches any more since then; asked again until it has returned, safe to repeat. */
  void caseEnded(String caseId, Instant at);
}
