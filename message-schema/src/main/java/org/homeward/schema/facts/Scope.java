package org.homeward.schema.facts;

/** How much of a case a partner holds: to look whether it can help, or to work on it. */
public enum Scope {
  MINIMUM,
  FULL
}
