package org.homeward.intake.referrals;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.homeward.intake.carefiles.Leaving;
import org.jspecify.annotations.Nullable;

/**
 * Something that became of a referral.
 *
 * @param by opaque id of the member who did it, or wrote it down
 * @param how it was handed over, or taken back
 * @param ground why the sheet may leave
 * @param reason why the provider does not take her or him
 * @param note in words
 */
record Step(
    Stage stage,
    String by,
    Instant at,
    @Nullable How how,
    Leaving.@Nullable Ground ground,
    @Nullable Reason reason,
    @Nullable String note) {

  Step {
    requireNonNull(stage, "stage");
    requireNonNull(by, "by");
    requireNonNull(at, "at");
  }

  /** How something is said. */
  enum How {
    PHONE,
    PAPER,
    IN_PERSON
  }

  /** Why a provider takes somebody not. */
  enum Reason {
    FULL,
    AGE,
    LANGUAGE,
    NOT_WHAT_THEY_DO,
    NO_ANSWER,
    OTHER
  }

  /** Nothing but that it happened. */
  static Step to(Stage stage, String by, Instant at) {
    return new Step(stage, by, at, null, null, null, null);
  }

  @Override
  public String toString() {
    return "Step[" + stage + "]";
  }
}
