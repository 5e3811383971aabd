package org.homeward.schema.bridge;

/** The owner's knowledge of something: yes, no or unknown. */
public enum Known {
  YES,
  NO,
  UNKNOWN
}
