package org.homeward.schema.people;

import static java.util.Objects.requireNonNull;

import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;

/**
 * The state of one child of a case.
 *
 * @param outcome how it ended, once it has
 * @param verifiedBy what made the end believable
 */
public record ChildStatus(
    ChildState status, @Nullable Code<Outcome> outcome, @Nullable Code<Verification> verifiedBy) {

  public static final ChildStatus MISSING = new ChildStatus(ChildState.MISSING, null, null);
  public static final ChildStatus LOCATED =
      new ChildStatus(ChildState.LOCATED_UNVERIFIED, null, null);

  public ChildStatus {
    requireNonNull(status, "status");
    if ((outcome != null || verifiedBy != null) && status != ChildState.ENDED) {
      throw new IllegalArgumentException("only an ended child has an outcome");
    }
  }

  public static ChildStatus ended(Outcome outcome, Verification verifiedBy) {
    return new ChildStatus(ChildState.ENDED, Code.of(outcome), Code.of(verifiedBy));
  }
}
