package org.homeward.intake.carefiles;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;

/**
 * The word of a person on who may learn of her or him; the newest stands.
 *
 * @param to none: nobody may
 * @param by opaque id of the member who heard or read it
 */
record Consent(Set<Office> to, How how, String by, Instant at) {

  Consent {
    to = to == null ? Set.of() : Set.copyOf(to);
    requireNonNull(how, "how");
    requireNonNull(by, "by");
    requireNonNull(at, "at");
  }

  /** How it was given. */
  enum How {
    SPOKEN,
    WRITTEN
  }
}
