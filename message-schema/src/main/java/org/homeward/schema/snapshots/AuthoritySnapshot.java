package org.homeward.schema.snapshots;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;
import org.homeward.schema.values.Copies;
import org.jspecify.annotations.Nullable;

/**
 * An office that may order alerts.
 *
 * @param persons opaque ids of the people who act for it
 * @param confirmed a second person has said that it is this office
 * @param expires from then on nobody acts for it
 * @param revoked since then nobody acts for it
 */
public record AuthoritySnapshot(
    String id,
    String name,
    Set<String> persons,
    boolean confirmed,
    @Nullable Instant expires,
    @Nullable Instant revoked)
    implements RegisterEntry {

  public AuthoritySnapshot {
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    persons = Copies.set(persons);
    if (persons.isEmpty()) {
      throw new IllegalArgumentException("somebody acts for an authority");
    }
  }

  @Override
  public SnapshotKind kind() {
    return SnapshotKind.AUTHORITY;
  }

  /** An office is no exercise: it orders both. */
  @Override
  public boolean exercise() {
    return false;
  }

  @Override
  public AuthoritySnapshot withoutFacts() {
    return this;
  }
}
