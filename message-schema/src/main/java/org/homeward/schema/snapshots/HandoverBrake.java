package org.homeward.schema.snapshots;

/**
 * The holder's brakes of a handover.
 *
 * @param count of the brakes so far; each further one counts anew
 * @param referenced one of those that stand names a reference of the police, or could not be read:
 *     it freezes
 */
public record HandoverBrake(long count, boolean referenced) {

  public HandoverBrake {
    if (count < 1) {
      throw new IllegalArgumentException("count is at least 1");
    }
  }
}
