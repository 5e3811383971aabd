package org.homeward.intake.cases;

import org.homeward.schema.facts.HoldReason;
import org.jspecify.annotations.Nullable;

/**
 * What the rules propose for the police release of a report; a person decides.
 *
 * @param hold why it should be held, or null when it should be released
 */
record Proposal(@Nullable HoldReason hold) {

  public static final Proposal RELEASE = new Proposal(null);

  public boolean isRelease() {
    return hold == null;
  }
}
