package org.homeward.schema.facts;

/** A change that was made to a photo before the hotline got it. */
public enum PhotoLabel {
  UNCHANGED,
  EDITED,
  AGE_PROGRESSED,
  OTHER
}
