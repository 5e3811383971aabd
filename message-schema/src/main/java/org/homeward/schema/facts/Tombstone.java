package org.homeward.schema.facts;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.YearMonth;

/**
 * The remainder of an erased record: a random id, the month, the kind, and the exercise mark.
 *
 * @param forgotten whoever tells it no longer holds either what the record was before
 */
public record Tombstone(
    String id,
    SnapshotKind kind,
    boolean exercise,
    YearMonth month,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean forgotten)
    implements Snapshot {

  public Tombstone {
    requireNonNull(id, "id");
    requireNonNull(kind, "kind");
    requireNonNull(month, "month");
  }

  /** One that does not say whether what the record was is forgotten. */
  public Tombstone(String id, SnapshotKind kind, boolean exercise, YearMonth month) {
    this(id, kind, exercise, month, false);
  }

  @Override
  public Tombstone withoutFacts() {
    return this;
  }
}
