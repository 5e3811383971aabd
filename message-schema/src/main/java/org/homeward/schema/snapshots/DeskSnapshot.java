package org.homeward.schema.snapshots;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;
import org.homeward.schema.values.Copies;
import org.jspecify.annotations.Nullable;

/**
 * A police desk, without its key.
 *
 * @param jurisdiction ISO 3166-1 alpha-2 of the whole country, or ISO 3166-2 of parts of it
 * @param confirmed a second person has said that it is a desk of the police
 * @param expires from then on its key opens nothing
 * @param revoked since then its key opens nothing
 */
public record DeskSnapshot(
    String id,
    String name,
    Set<String> jurisdiction,
    boolean exercise,
    boolean confirmed,
    @Nullable Instant expires,
    @Nullable Instant revoked)
    implements RegisterEntry {

  public DeskSnapshot {
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    jurisdiction = Copies.set(jurisdiction);
    if (jurisdiction.isEmpty()) {
      throw new IllegalArgumentException("a desk is responsible somewhere");
    }
  }

  @Override
  public SnapshotKind kind() {
    return SnapshotKind.DESK;
  }

  @Override
  public DeskSnapshot withoutFacts() {
    return this;
  }
}
