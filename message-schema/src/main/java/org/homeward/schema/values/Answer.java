package org.homeward.schema.values;

/** The answer that was given instead of a fact: asked, and not known or not told. */
public enum Answer {
  UNKNOWN,
  REFUSED
}
