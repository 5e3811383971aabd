package org.homeward.schema.json;

import static java.util.Objects.requireNonNull;

/**
 * A rule that a document breaks, without the value that breaks it.
 *
 * @param pointer RFC 6901; stops where a name is not one of the schema's
 * @param rule a stable code such as {@code required} or {@code unknown-code}
 */
public record Violation(String pointer, String rule) {

  public Violation {
    requireNonNull(pointer, "pointer");
    requireNonNull(rule, "rule");
  }

  /** The same seen from a document which holds this one at {@code prefix}. */
  public Violation under(String prefix) {
    return new Violation(prefix + pointer, rule);
  }
}
