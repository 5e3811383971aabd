package org.homeward.schema.snapshots;

/** Why an alert that waited for approval goes back to its author. */
public enum ReturnReason {
  WRONG_FACTS,
  TOO_MUCH,
  UNCLEAR,
  WRONG_AREA,
  WRONG_END,
  NOT_NEEDED,
  OTHER
}
