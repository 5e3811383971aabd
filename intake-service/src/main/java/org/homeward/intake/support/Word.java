package org.homeward.intake.support;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The word of somebody about a service.
 *
 * @param from whose word it is
 * @param by opaque id of the member who heard or read it
 */
record Word(From from, boolean agrees, How how, String by, Instant at) {

  Word {
    requireNonNull(from, "from");
    requireNonNull(how, "how");
    requireNonNull(by, "by");
    requireNonNull(at, "at");
  }

  /** Whose word it is. */
  enum From {
    /** The person's own. */
    SELF,
    PARENT,
    GUARDIAN,
    /** The office that stands in where no parent may be asked. */
    SOCIAL_WORK
  }

  /** How it was given. */
  enum How {
    SPOKEN,
    WRITTEN
  }
}
