package org.homeward.schema.bridge.bodies;

/** The owner's knowledge of something: yes, no or unknown. */
public enum Known {
  YES,
  NO,
  UNKNOWN
}
