package org.homeward.schema.facts;

/** Where a photo came from. */
public enum PhotoSource {
  FAMILY,
  CHILD,
  SCHOOL,
  POLICE,
  INTERNET,
  /** Somebody sent it with a tip. */
  TIP,
  OTHER
}
