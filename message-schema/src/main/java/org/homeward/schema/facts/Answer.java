package org.homeward.schema.facts;

/** What was said instead of a fact: asked, and not known, or not told. */
public enum Answer {
  UNKNOWN,
  REFUSED
}
