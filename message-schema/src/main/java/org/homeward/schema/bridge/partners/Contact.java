package org.homeward.schema.bridge.partners;

import static java.util.Objects.requireNonNull;

/** How people reach a partner's people: {@code what} such as {@code phone-24h}. */
public record Contact(String what, String value) {

  public Contact {
    requireNonNull(what, "what");
    requireNonNull(value, "value");
  }
}
