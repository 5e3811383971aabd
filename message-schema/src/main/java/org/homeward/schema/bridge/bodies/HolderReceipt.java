package org.homeward.schema.bridge.bodies;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.homeward.schema.snapshots.RecallReason;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;

/**
 * The holder's statement that it has erased, or what it keeps.
 *
 * @param recall hash of the recall's payload; absent when the lease ended by itself
 * @param remains copies that go later, with the time until when they exist
 * @param notStated where there may be copies of which the holder cannot say when they go
 * @param photos how many it had fetched, and has erased
 */
public record HolderReceipt(
    ErasureResult result,
    @Nullable String recall,
    Code<RecallReason> reason,
    Instant at,
    List<Remains> remains,
    List<KeptFields> kept,
    List<Code<RemainsIn>> notStated,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int photos)
    implements Body.Bare {

  /** One that leaves nothing open. */
  public HolderReceipt(
      ErasureResult result,
      @Nullable String recall,
      Code<RecallReason> reason,
      Instant at,
      List<Remains> remains,
      List<KeptFields> kept) {
    this(result, recall, reason, at, remains, kept, List.of(), 0);
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
