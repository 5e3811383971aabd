package org.homeward.bridge.handovers.dialogue;

import java.time.Instant;
import org.homeward.schema.snapshots.RecallReason;
import org.jspecify.annotations.Nullable;

/**
 * The end of a partner's right to hold anything.
 *
 * @param hash of the recall's payload, which the receipt names; null until it is made, and at a
 *     lease's end, which nobody has to say
 * @param jws the recall itself, kept by the owner for the proof
 */
public record Withdrawal(
    RecallReason reason, Instant at, @Nullable String hash, @Nullable String jws) {

  public Withdrawal made(String payloadHash, String signed) {
    return new Withdrawal(reason, at, payloadHash, signed);
  }

  public static Withdrawal of(RecallReason reason, Instant at) {
    return new Withdrawal(reason, at, null, null);
  }
}
