package org.homeward.intake.family;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A promise to call somebody of a family: a task of the person who makes the call, which rings when
 * nobody has called in time.
 *
 * @param owner opaque id of the person who makes it
 * @param setBy opaque id of the person who promised it
 * @param over when it was kept, or another one took its place; null while it stands
 * @param overBy opaque id of the person by whom it is over; null while it stands
 */
record NextCall(
    Instant due,
    String owner,
    String setBy,
    Instant setAt,
    @Nullable Instant over,
    @Nullable String overBy) {

  NextCall {
    requireNonNull(due, "due");
    requireNonNull(owner, "owner");
    requireNonNull(setBy, "setBy");
    requireNonNull(setAt, "setAt");
  }

  boolean stands() {
    return over == null;
  }

  /** One that is over stays as it was. */
  NextCall over(Instant now, String by) {
    return stands() ? new NextCall(due, owner, setBy, setAt, now, by) : this;
  }
}
