package org.homeward.copies;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.homeward.schema.event.Change;
import org.homeward.schema.snapshots.Snapshot;

/**
 * The content of an event about a case.
 *
 * @param version of the case
 * @param snapshot the case, or its tombstone
 * @param truncated the snapshot holds ids and states only
 * @param changes what led to it, oldest first; empty when the state is told again
 */
public record CaseNews(
    String caseId, long version, Snapshot snapshot, boolean truncated, List<Change> changes) {

  public CaseNews {
    requireNonNull(caseId, "caseId");
    requireNonNull(snapshot, "snapshot");
    changes = List.copyOf(changes);
  }

  /** A state that is told again. */
  public CaseNews(String caseId, long version, Snapshot snapshot, boolean truncated) {
    this(caseId, version, snapshot, truncated, List.of());
  }
}
