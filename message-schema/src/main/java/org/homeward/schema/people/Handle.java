package org.homeward.schema.people;

import static java.util.Objects.requireNonNull;

/** An account of the child on some network. */
public record Handle(String service, String name) {

  public Handle {
    requireNonNull(service, "service");
    requireNonNull(name, "name");
  }

  @Override
  public String toString() {
    return "Handle[redacted]";
  }
}
