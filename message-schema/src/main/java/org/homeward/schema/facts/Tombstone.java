package org.homeward.schema.facts;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;

/** What is left of an erased record: a random id, the month, the kind, and the exercise mark. */
public record Tombstone(String id, SnapshotKind kind, boolean exercise, YearMonth month)
    implements Snapshot {

  public Tombstone {
    requireNonNull(id, "id");
    requireNonNull(kind, "kind");
    requireNonNull(month, "month");
  }

  @Override
  public Tombstone withoutFacts() {
    return this;
  }
}
