package org.homeward.schema.bridge;

/** How soon an offer wants an answer. */
public enum Urgency {
  HIGH,
  NORMAL
}
