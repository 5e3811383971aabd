package org.homeward.schema.facts;

/** The answer that was given instead of a fact: asked, and not known or not told. */
public enum Answer {
  UNKNOWN,
  REFUSED
}
