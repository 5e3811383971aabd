package org.homeward.schema.bridge;

/** The urgency of an offer. */
public enum Urgency {
  HIGH,
  NORMAL
}
