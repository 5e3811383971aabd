package org.homeward.schema.people;

/** How an episode ended, as a class; never shown to volunteers or the public. */
public enum Outcome {
  FOUND_SAFE,
  FOUND_HARMED,
  FOUND_DECEASED,
  UNRESOLVED,
  UNFOUNDED,
  WRONG_CHILD,
  OTHER
}
