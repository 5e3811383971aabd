package org.homeward.intake.cases;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.homeward.schema.facts.Snapshot;

/**
 * What an event told of an alert, a stop or a handover.
 *
 * @param subject such as {@code handover/{id}}
 * @param version of the subject
 * @param truncated the snapshot holds ids and states only
 */
public record News(
    String caseId,
    String subject,
    long version,
    List<Happening> happenings,
    Snapshot snapshot,
    boolean truncated) {

  public News {
    requireNonNull(caseId, "caseId");
    requireNonNull(subject, "subject");
    requireNonNull(snapshot, "snapshot");
    happenings = List.copyOf(happenings);
  }
}
