package org.homeward.alert.orders.stops;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.homeward.alert.sight.SeeCase;
import org.homeward.alert.sight.SeenCase;
import org.homeward.copies.CaseViewer;
import org.homeward.durable.document.Guarded;
import org.jspecify.annotations.Nullable;

/** Finds stops for a person; those of a case that she must not see are not there. */
final class SeeStops {

  private final StopsInForce stops;
  private final FindCaseOfAlert findCaseOfAlert;
  private final SeeCase seeCase;

  SeeStops(StopsInForce stops, FindCaseOfAlert findCaseOfAlert, SeeCase seeCase) {
    this.stops = stops;
    this.findCaseOfAlert = findCaseOfAlert;
    this.seeCase = seeCase;
  }

  /** Whether a stop stands there is not looked at yet. */
  Optional<SeenStop> one(StopTarget target, CaseViewer viewer) {
    String id = target.id();
    if (id == null) {
      return Optional.of(SeenStop.ofNode());
    }
    @Nullable String caseId = caseOf(target).orElse(null);
    return seeCase
        .seeCaseOf(id, caseId, viewer)
        .map(proof -> SeenStop.of(target, requireNonNull(caseId), proof));
  }

  /** All that were ever set, by id. */
  List<Guarded<Stop>> all(CaseViewer viewer) {
    List<Guarded<Stop>> all = stops.all();
    Map<String, String> cases = new TreeMap<>();
    all.forEach(stop -> caseOf(stop.state().target()).ifPresent(of -> cases.put(stop.id(), of)));
    Map<String, SeenCase> seen = seeCase.seeAmong(cases.values(), viewer);
    return all.stream()
        .filter(stop -> isOfNode(stop) || seen.containsKey(cases.getOrDefault(stop.id(), "")))
        .toList();
  }

  private static boolean isOfNode(Guarded<Stop> stop) {
    return stop.state().target().id() == null;
  }

  private Optional<String> caseOf(StopTarget target) {
    return switch (target.scope()) {
      case NODE -> Optional.empty();
      case CASE -> Optional.ofNullable(target.id());
      case ALERT -> findCaseOfAlert.find(requireNonNull(target.id()));
    };
  }
}
