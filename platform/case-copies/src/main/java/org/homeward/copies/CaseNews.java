package org.homeward.copies;

import static java.util.Objects.requireNonNull;

import org.homeward.schema.facts.Snapshot;

/**
 * The content of an event about a case.
 *
 * @param version of the case
 * @param snapshot the case, or its tombstone
 * @param truncated the snapshot holds ids and states only
 */
public record CaseNews(String caseId, long version, Snapshot snapshot, boolean truncated) {

  public CaseNews {
    requireNonNull(caseId, "caseId");
    requireNonNull(snapshot, "snapshot");
  }
}
