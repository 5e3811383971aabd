package org.homeward.schema.snapshots;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.YearMonth;
import java.util.Set;
import org.homeward.schema.values.Copies;

/**
 * The remainder of an erased record: a random id, the month, the kind, and the exercise mark.
 *
 * @param notTo those from whom the record was kept: they do not learn that there was one
 * @param forgotten whoever tells it no longer holds either what the record was before
 * @param recalled the partner that owns the case took it back
 */
public record Tombstone(
    String id,
    SnapshotKind kind,
    boolean exercise,
    YearMonth month,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Set<String> notTo,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean forgotten,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean recalled)
    implements Snapshot {

  public Tombstone {
    requireNonNull(id, "id");
    requireNonNull(kind, "kind");
    requireNonNull(month, "month");
    notTo = Copies.set(notTo);
  }

  /** One of a record that was kept from nobody. */
  public Tombstone(
      String id, SnapshotKind kind, boolean exercise, YearMonth month, boolean forgotten) {
    this(id, kind, exercise, month, Set.of(), forgotten, false);
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
