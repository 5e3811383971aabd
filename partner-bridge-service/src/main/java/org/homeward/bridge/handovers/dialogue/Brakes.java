package org.homeward.bridge.handovers.dialogue;

import org.homeward.schema.snapshots.HandoverBrake;
import org.jspecify.annotations.Nullable;

/**
 * The brakes of a handover that count.
 *
 * @param count none of an earlier build's, which kept no count
 * @param referenced one of those that stand freezes, because it carries a police reference or could
 *     not be read
 * @param stand they are not over yet
 */
public record Brakes(long count, boolean referenced, boolean stand) {

  public static final Brakes NONE = new Brakes(0, false, false);

  /**
   * As stored.
   *
   * @param brake null where there was none, or an earlier build stored it, for which each froze
   */
  public static Brakes stored(boolean stand, @Nullable HandoverBrake brake) {
    return brake == null
        ? new Brakes(0, stand, stand)
        : new Brakes(brake.count(), brake.referenced(), stand);
  }

  /**
   * Each brake counts anew. One event may tell of several, so a word does not take the place of a
   * reference.
   */
  Brakes and(boolean isReferenced) {
    boolean freezes = isReferenced;
    freezes |= stand && referenced; // upholds 4
    return new Brakes(counted() + 1, freezes, true);
  }

  /** Whether none of them is newer than those that the case knows of. */
  boolean areKnown(long byCase) {
    return counted() <= byCase;
  }

  Brakes over() {
    return new Brakes(counted(), referenced, false);
  }

  /** One of an earlier build counted as the first. */
  private long counted() {
    return count == 0 && stand ? 1 : count;
  }

  /** Null where none was counted. */
  public @Nullable HandoverBrake told() {
    return count == 0 ? null : new HandoverBrake(count, referenced);
  }
}
