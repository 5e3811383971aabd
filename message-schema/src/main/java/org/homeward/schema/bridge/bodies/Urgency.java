package org.homeward.schema.bridge.bodies;

/** The urgency of an offer. */
public enum Urgency {
  HIGH,
  NORMAL
}
