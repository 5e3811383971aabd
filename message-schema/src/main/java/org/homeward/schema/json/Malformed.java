package org.homeward.schema.json;

/** Bytes which are not the JSON we take; tells the place and the rule, never the content. */
public final class Malformed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long offset;
  private final String rule;

  public Malformed(long offset, String rule) {
    super("malformed JSON at " + offset + ": " + rule);
    this.offset = offset;
    this.rule = rule;
  }

  /** Where reading stopped, counted in characters; -1 when no place can be told. */
  public long offset() {
    return offset;
  }

  /** A stable code such as {@code duplicate-key}. */
  public String rule() {
    return rule;
  }
}
