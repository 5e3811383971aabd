package org.homeward.schema.snapshots;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.homeward.schema.values.Copies;
import org.jspecify.annotations.Nullable;

/**
 * The node has erased everything about an erased case.
 *
 * @param id of the case
 * @param home slug of the node that owned it
 * @param keptFields names of fields that police hold, until their notice is a tombstone as well
 */
public record ErasureSnapshot(
    String id,
    String home,
    boolean exercise,
    Instant at,
    List<String> keptFields,
    @Nullable Instant keptUntil)
    implements Snapshot {

  public ErasureSnapshot {
    requireNonNull(id, "id");
    requireNonNull(home, "home");
    requireNonNull(at, "at");
    keptFields = Copies.list(keptFields);
    if (keptFields.isEmpty() != (keptUntil == null)) {
      throw new IllegalArgumentException("what is kept is kept until a time");
    }
  }

  @Override
  public SnapshotKind kind() {
    return SnapshotKind.ERASURE;
  }

  @Override
  public ErasureSnapshot withoutFacts() {
    return this;
  }
}
