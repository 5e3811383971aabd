package org.homeward.schema.event;

import java.util.List;
import org.homeward.schema.json.Violation;

/** A record which can never be read; its message names the rule and repeats nothing of it. */
public final class Undecodable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String reason;

  public Undecodable(String reason) {
    this(reason, List.of());
  }

  /** With the rules it breaks, for whoever looks at night. */
  public Undecodable(String reason, List<Violation> violations) {
    super("undecodable: " + reason + (violations.isEmpty() ? "" : " " + violations));
    this.reason = reason;
  }

  /** A stable code for the metric and the poison entry. */
  public String reason() {
    return reason;
  }
}
