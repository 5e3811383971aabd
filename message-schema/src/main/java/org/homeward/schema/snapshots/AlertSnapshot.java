package org.homeward.schema.snapshots;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.homeward.schema.values.Audience;

/**
 * The state of an approved alert, without its texts and recipients.
 *
 * @param home slug of the node that owns the case
 * @param authority id in the register of authorities
 * @param author opaque id of the person who wrote it
 * @param approver opaque id of another person
 * @param edition 1 for the first text, one more with each approved update
 */
public record AlertSnapshot(
    String id,
    String caseId,
    String home,
    boolean exercise,
    AlertStatus status,
    Audience audience,
    String authority,
    String author,
    String approver,
    Instant until,
    int edition)
    implements Snapshot {

  public AlertSnapshot {
    requireNonNull(id, "id");
    requireNonNull(caseId, "caseId");
    requireNonNull(home, "home");
    requireNonNull(status, "status");
    requireNonNull(audience, "audience");
    requireNonNull(authority, "authority");
    requireNonNull(author, "author");
    requireNonNull(approver, "approver");
    requireNonNull(until, "until");
  }

  @Override
  public SnapshotKind kind() {
    return SnapshotKind.ALERT;
  }

  @Override
  public AlertSnapshot withoutFacts() {
    return this;
  }
}
