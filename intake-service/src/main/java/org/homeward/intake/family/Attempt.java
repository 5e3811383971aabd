package org.homeward.intake.family;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A call to somebody of a family that reached nobody, so that no text was asked for. A promise
 * stands, and stays due when it was.
 *
 * @param by opaque id of the person who called
 */
record Attempt(How how, String by, Instant at) {

  /** The outcome of the call. */
  enum How {
    NOBODY_ANSWERED,
    /** Switched off, busy, or there is no such number. */
    NO_CONNECTION,
    SOMEBODY_ELSE_ANSWERED
  }

  Attempt {
    requireNonNull(how, "how");
    requireNonNull(by, "by");
    requireNonNull(at, "at");
  }
}
