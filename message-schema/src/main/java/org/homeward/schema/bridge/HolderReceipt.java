package org.homeward.schema.bridge;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.homeward.schema.facts.Code;
import org.homeward.schema.facts.RecallReason;
import org.jspecify.annotations.Nullable;

/**
 * The holder's statement that it has erased, or what it keeps.
 *
 * @param recall hash of the recall's payload; absent when the lease ended by itself
 * @param remains copies that go later, with the time until when they exist
 * @param notStated where there may be copies of which the holder cannot say when they go
 */
public record HolderReceipt(
    ErasureResult result,
    @Nullable String recall,
    Code<RecallReason> reason,
    Instant at,
    List<Remains> remains,
    List<KeptFields> kept,
    List<Code<RemainsIn>> notStated)
    implements Body.Bare {

  /** One that leaves nothing open. */
  public HolderReceipt(
      ErasureResult result,
      @Nullable String recall,
      Code<RecallReason> reason,
      Instant at,
      List<Remains> remains,
      List<KeptFields> kept) {
    this(result, recall, reason, at, remains, kept, List.of());
  }

  public HolderReceipt {
    requireNonNull(result, "result");
    requireNonNull(reason, "reason");
    requireNonNull(at, "at");
    remains = remains == null ? List.of() : List.copyOf(remains);
    kept = kept == null ? List.of() : List.copyOf(kept);
    notStated = notStated == null ? List.of() : List.copyOf(notStated);
    if (kept.isEmpty() == (result == ErasureResult.KEPT)) {
      throw new IllegalArgumentException("KEPT says what, and nothing else does");
    }
  }
}
