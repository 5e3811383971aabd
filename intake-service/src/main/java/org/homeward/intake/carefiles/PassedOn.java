package org.homeward.intake.carefiles;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.homeward.intake.screening.Age;
import org.jspecify.annotations.Nullable;

/**
 * Something of a file that a member told somebody outside, by telephone or on paper.
 *
 * @param name of the person or office there
 * @param what was told
 * @param by opaque id of the member, who answers for it
 * @param reason of her who decides that somebody is in imminent danger
 * @param age of the person as the file said then
 */
record PassedOn(
    Office to,
    String name,
    String what,
    Leaving.Ground ground,
    @Nullable String reason,
    Age age,
    String by,
    Instant at) {

  PassedOn {
    requireNonNull(to, "to");
    requireNonNull(name, "name");
    requireNonNull(what, "what");
    requireNonNull(ground, "ground");
    requireNonNull(age, "age");
    requireNonNull(by, "by");
    requireNonNull(at, "at");
    if (ground == Leaving.Ground.IMMINENT_DANGER && reason == null) {
      throw new IllegalArgumentException("reason: imminent danger has one");
    }
  }

  @Override
  public String toString() {
    return "PassedOn[" + to + ", " + ground + "]";
  }
}
