package org.homeward.schema.bridge;

/** Whether something is so, as far as the owner knows. */
public enum Known {
  YES,
  NO,
  UNKNOWN
}
