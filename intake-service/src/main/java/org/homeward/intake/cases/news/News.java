package org.homeward.intake.cases.news;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.intake.cases.Happening;
import org.homeward.intake.cases.Heard;
import org.homeward.intake.cases.Task;
import org.homeward.schema.snapshots.HandedSighting;
import org.homeward.schema.snapshots.Snapshot;

/**
 * The content of an event about a police notice, an alert, a stop or a handover.
 *
 * @param subject such as {@code handover/{id}}
 * @param version of the subject
 * @param truncated the snapshot holds ids and states only
 */
record News(
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

  /** The same with these types of happenings only. */
  News with(Set<String> types) {
    return new News(
        caseId,
        subject,
        version,
        happenings.stream().filter(happening -> types.contains(happening.type())).toList(),
        snapshot,
        truncated);
  }

  /**
   * The part of it that the case keeps.
   *
   * @param asks what its subject asks of a person now
   */
  Heard told(Set<Task.Kind> asks, List<HandedSighting> seen, Map<Heard.Mark, Long> marks) {
    return Heard.told(version, asks, happenings, seen, marks);
  }
}
