package org.homeward.alert.registers;

/** How a confirmation ended. */
public enum Confirmed {
  /** The entry holds, now or since before. */
  HOLDS,
  /** The person who entered it cannot confirm it. */
  SAME_PERSON,
  /** The entry has expired or was revoked. */
  OVER
}
