package org.homeward.schema.json;

import java.util.List;

/** Well-formed JSON that breaks the schema or a rule across fields. */
public final class Invalid extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  public Invalid(List<Violation> violations) {
    super("invalid: " + violations);
    this.violations = List.copyOf(violations);
  }

  public List<Violation> violations() {
    return violations;
  }
}
