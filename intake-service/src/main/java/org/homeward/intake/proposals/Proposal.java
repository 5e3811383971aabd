package org.homeward.intake.proposals;

import org.homeward.schema.facts.HoldReason;
import org.jspecify.annotations.Nullable;

/**
 * The proposal of the rules for the police release of a report; a person decides.
 *
 * @param hold why it should be held, UNDECIDED while nothing is proposed; null when it should be
 *     released
 */
public record Proposal(@Nullable HoldReason hold) {

  public static final Proposal RELEASE = new Proposal(null);

  /** Too little is known. */
  public static final Proposal NOTHING_YET = new Proposal(HoldReason.UNDECIDED);

  public boolean isHold() {
    return hold != null && hold != HoldReason.UNDECIDED;
  }

  /** As the API says it. */
  public String text() {
    return isHold() ? "HOLD" : equals(RELEASE) ? "RELEASE" : "CANNOT_SAY_YET";
  }

  /**
   * As a viewer reads it: HOLD alone where facts that she may not read have changed it.
   *
   * @param own the proposal by what the viewer may read
   */
  public String textFor(Proposal own) {
    if (!equals(own)) return "HOLD"; // upholds 6
    return text();
  }
}
