package org.homeward.schema.facts;

/**
 * The scope of a release: the minimum to decide about helping, or everything to work on the case.
 */
public enum Scope {
  MINIMUM,
  FULL
}
