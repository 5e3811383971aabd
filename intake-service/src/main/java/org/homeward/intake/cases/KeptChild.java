package org.homeward.intake.cases;

import org.homeward.schema.people.ChildState;
import org.homeward.schema.people.ChildStatus;
import org.jspecify.annotations.Nullable;

/**
 * One child of a case.
 *
 * @param reference what the end was verified with: a police or authority reference, an institution
 */
public record KeptChild(ChildStatus status, @Nullable String reference) {

  public static final KeptChild MISSING = new KeptChild(ChildStatus.MISSING, null);
  static final KeptChild LOCATED = new KeptChild(ChildStatus.LOCATED, null);

  /** Stands for what an end was verified with when only its codes outlived a restore. */
  static final String LOST_REFERENCE = "lost-by-a-restore";

  boolean hasLostReference() {
    return LOST_REFERENCE.equals(reference);
  }

  public boolean hasEnded() {
    return status.status() == ChildState.ENDED;
  }

  @Override
  public String toString() {
    return "KeptChild[" + status.status() + "]";
  }
}
