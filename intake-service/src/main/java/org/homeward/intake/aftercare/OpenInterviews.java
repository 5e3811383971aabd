package org.homeward.intake.aftercare;

import org.homeward.intake.cases.LookAtCase;

/** Tells whether an interview was offered that no child has answered. */
@FunctionalInterface
public interface OpenInterviews {

  /**
   * @param seen the case as the person has looked at it
   */
  boolean isOpen(LookAtCase.Seen seen);
}
