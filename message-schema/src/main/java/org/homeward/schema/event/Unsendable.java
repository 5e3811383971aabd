package org.homeward.schema.event;

import java.util.List;
import org.homeward.schema.json.Violation;

/** An event which breaks our own schema and therefore is not sent. A bug, never a refusal. */
public final class Unsendable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  public Unsendable(List<Violation> violations) {
    super("event breaks the schema: " + violations);
    this.violations = List.copyOf(violations);
  }

  public List<Violation> violations() {
    return violations;
  }
}
