package org.homeward.alert.orders.stops;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.schema.snapshots.StopScope;

/** Reads which stops stand, always from the store. */
public final class StopsInForce {

  /** The due at which alerts are told that a stop has changed. */
  static final String TELL_DUE = "tell";

  private static final String STATUS = "status";
  private static final String STANDING = "STANDING";

  private final GuardedDocuments<Stop> stops;

  public StopsInForce(GuardedDocuments<Stop> stops) {
    this.stops = stops;
  }

  /** The scopes of those that stand in the way of an alert. */
  public Set<StopScope> against(String caseId, String alert) {
    Set<StopScope> standing = new TreeSet<>();
    for (Guarded<Stop> stop : stops.find(ids(caseId, alert))) {
      if (stop.state() instanceof Stop.Standing) {
        standing.add(stop.state().target().scope());
      }
    }
    return standing;
  }

  /** Whether any stands in the way. Reads no more of them than that: who asks is a stranger. */
  public boolean isAnyAgainst(String caseId, String alert) {
    return stops.excerpts().of(ids(caseId, alert), STATUS).values().stream()
        .anyMatch(stop -> stop.text(STATUS).filter(STANDING::equals).isPresent());
  }

  private static List<String> ids(String caseId, String alert) {
    return Stream.of(StopTarget.node(), StopTarget.ofCase(caseId), StopTarget.ofAlert(alert))
        .map(StopTarget::documentId)
        .toList();
  }

  /** All that were ever set, by id; a node has dozens of them at most. */
  public List<Guarded<Stop>> all() {
    List<Guarded<Stop>> all = new ArrayList<>();
    stops.forEach(all::add);
    all.sort(Comparator.comparing(Guarded::id));
    return all;
  }

  /** Tells {@code follower} about a stop that has changed, until it has returned once. */
  public void tellIfDue(String id, StopFollower follower) {
    Guarded<Stop> read = stops.find(id).orElse(null);
    if (read == null || !read.dueAt(stops.clock().instant()).contains(TELL_DUE)) {
      return;
    }
    follower.stopChanged(read.state().target());
    var dues = new TreeMap<>(read.dues());
    dues.remove(TELL_DUE);
    // Somebody may have changed it meanwhile: then it is told again.
    WriteOutcome<Stop, Boolean> _ =
        stops.write(read, Edit.of(read.state(), "alert").withDues(dues).asEssential(), true);
  }
}
