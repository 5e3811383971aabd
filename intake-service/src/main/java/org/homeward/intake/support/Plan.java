package org.homeward.intake.support;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The goals, and the time when somebody looks again.
 *
 * @param by opaque id of the member who wrote it
 */
record Plan(String goals, Instant reviewBy, String by, Instant at) {

  Plan {
    requireNonNull(goals, "goals");
    requireNonNull(reviewBy, "reviewBy");
    requireNonNull(by, "by");
    requireNonNull(at, "at");
  }

  boolean isOverdue(Instant now) {
    return !now.isBefore(reviewBy);
  }

  @Override
  public String toString() {
    return "Plan[redacted]";
  }
}
