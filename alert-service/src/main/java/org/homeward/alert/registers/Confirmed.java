package org.homeward.alert.registers;

/** How a confirmation ended. */
enum Confirmed {
  /** The entry holds, now or since before. */
  HOLDS,
  /** Nobody knows who entered it, so that it waits for one more person. */
  WAITS,
  /** The person who entered it cannot confirm it. */
  SAME_PERSON,
  /** The entry has expired or was revoked. */
  OVER
}
