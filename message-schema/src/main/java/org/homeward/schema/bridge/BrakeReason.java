package org.homeward.schema.bridge;

/** Why a holder brakes. */
public enum BrakeReason {
  FOUND_BY_POLICE,
  DANGER_TO_CHILD,
  WRONG_CHILD,
  LEGAL,
  OTHER
}
