package org.homeward.intake.screening;

/** What a rule proposes and a person decides; an authority alone makes somebody a victim. */
public enum Finding {
  POSSIBLE_VICTIM,
  /** Something speaks for it or is not answered yet. */
  NOT_CLEAR,
  NO_INDICATION
}
