package org.homeward.schema.facts;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A case as the topic tells it.
 *
 * @param home slug of the node which owns the case
 * @param notTo {@code country:TR}, {@code node:gr}, {@code desk:…}, {@code person:…}
 * @param children state by child id
 */
public record CaseSnapshot(
    String id,
    String home,
    boolean exercise,
    CaseStatus status,
    boolean frozen,
    Set<String> notTo,
    Map<String, ChildStatus> children,
    List<Report> reports)
    implements Snapshot {

  public CaseSnapshot {
    requireNonNull(id, "id");
    requireNonNull(home, "home");
    requireNonNull(status, "status");
    notTo = Copies.set(notTo);
    children = Copies.map(children);
    reports = Copies.list(reports);
  }

  @Override
  public SnapshotKind kind() {
    return SnapshotKind.CASE;
  }

  @Override
  public CaseSnapshot withoutFacts() {
    return new CaseSnapshot(
        id,
        home,
        exercise,
        status,
        frozen,
        notTo,
        children,
        reports.stream().map(r -> Report.withoutContent(r.id(), r.policeRelease())).toList());
  }

  @Override
  public String toString() {
    return "CaseSnapshot[redacted]";
  }
}
