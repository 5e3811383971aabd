package org.homeward.schema.snapshots;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A stop of alerts, or its lifting.
 *
 * @param id {@code node}, {@code case.<id>} or {@code alert.<id>}
 * @param caseId the case it is about; none for the whole node
 */
public record StopSnapshot(
    String id, StopScope scope, @Nullable String caseId, @Nullable String alert, boolean lifted)
    implements Snapshot {

  public StopSnapshot {
    requireNonNull(id, "id");
    requireNonNull(scope, "scope");
    boolean whole =
        switch (scope) {
          case NODE -> id.equals("node") && caseId == null && alert == null;
          case CASE -> id.equals("case." + caseId) && alert == null;
          case ALERT -> id.equals("alert." + alert);
        };
    if (!whole) {
      throw new IllegalArgumentException("the id of a stop says what it stops");
    }
  }

  @Override
  public SnapshotKind kind() {
    return SnapshotKind.STOP;
  }

  /** A stop is no exercise: it always holds. */
  @Override
  public boolean exercise() {
    return false;
  }

  @Override
  public StopSnapshot withoutFacts() {
    return this;
  }
}
