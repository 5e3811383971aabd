package org.homeward.schema.bridge.bodies;

/** Why a holder brakes. */
public enum BrakeReason {
  FOUND_BY_POLICE,
  DANGER_TO_CHILD,
  WRONG_CHILD,
  LEGAL,
  OTHER
}
