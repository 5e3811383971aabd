package org.homeward.alert.orders.takers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.AlertStates;
import org.homeward.alert.orders.alerts.SeenAlert;
import org.homeward.alert.orders.stops.StopTarget;
import org.homeward.alert.sight.SeeCase;
import org.homeward.copies.CaseViewer;
import org.homeward.durable.document.Excerpt;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.face.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * Finds takers for a person who may see the case. Of an erased one nobody sees the alert, and its
 * paper may still hang: supervisors see those takers, whose papers name no child to them, unless
 * the case was kept from them.
 */
final class SeeTakers {

  private static final String ALERT = "alert";
  private static final String CASE_ID = "caseId";
  private static final String STATUS = "status";

  private final GuardedDocuments<PosterTaker> takers;
  private final GuardedDocuments<Alert> alerts;
  private final AlertStates states;
  private final SeeCase seeCase;

  SeeTakers(
      GuardedDocuments<PosterTaker> takers,
      GuardedDocuments<Alert> alerts,
      AlertStates states,
      SeeCase seeCase) {
    this.takers = takers;
    this.alerts = alerts;
    this.states = states;
    this.seeCase = seeCase;
  }

  /** A taker whom a person may see. */
  record SeenTaker(String id) {}

  /** A taker who has to be called. */
  record ToCall(Guarded<PosterTaker> document, PosterTaker.Known taker, TakeDown.Why why) {}

  /** All of an alert, the newest first. */
  List<Guarded<PosterTaker>> of(SeenAlert alert) {
    return takers
        .each(ALERT, alert.id())
        .sorted(Comparator.comparing(SeeTakers::newestFirst).thenComparing(Guarded::id))
        .toList();
  }

  private static long newestFirst(Guarded<PosterTaker> taker) {
    return taker.state() instanceof PosterTaker.Known known ? -known.at().toEpochMilli() : 0;
  }

  /** The look is recorded; the same is read for an id that nothing has. */
  Optional<SeenTaker> see(String id, CaseViewer viewer) {
    if (!StopTarget.isId(id)) {
      return Optional.empty(); // nothing ever has this id, and it may be a name
    }
    Optional<Excerpt> taker = takers.excerpts().of(id, ALERT, CASE_ID);
    String asked = taker.flatMap(found -> found.text(ALERT)).orElse(id);
    @Nullable String caseId = taker.flatMap(found -> found.text(CASE_ID)).orElse(null);
    boolean isSeen =
        viewer.role() == Role.SUPERVISOR
            ? seeCase.seesEvenErased(asked, caseId, viewer) // upholds 6
            : seeCase.seeCaseOf(asked, caseId, viewer).isPresent(); // upholds 6
    return isSeen ? Optional.of(new SeenTaker(id)) : Optional.empty();
  }

  /** Those who have to be called, whoever took the most first. */
  List<ToCall> toCall(CaseViewer viewer) {
    List<ToCall> all = open();
    Set<String> cases = all.stream().map(each -> each.taker().caseId()).collect(Collectors.toSet());
    Set<String> seen =
        viewer.role() == Role.SUPERVISOR
            ? seeCase.seeAmongEvenErased(cases, viewer)
            : seeCase.seeAmong(cases, viewer).keySet();
    return all.stream()
        .filter(each -> seen.contains(each.taker().caseId())) // upholds 6
        .sorted(
            Comparator.comparing((ToCall each) -> -each.taker().copies())
                .thenComparing(each -> each.document().id()))
        .toList();
  }

  /** How many calls are open; nothing is shown. */
  int open(boolean exercise) {
    return (int) open().stream().filter(each -> each.taker().exercise() == exercise).count();
  }

  private List<ToCall> open() {
    List<Guarded<PosterTaker>> known = new ArrayList<>(takers.each(STATUS, "KNOWN").toList());
    Map<String, Alert> found = alertsOf(known);
    Map<String, Set<String>> shown = new HashMap<>();
    found.forEach((id, alert) -> shown.put(id, photosKept(alert)));
    List<ToCall> open = new ArrayList<>();
    for (Guarded<PosterTaker> document : known) {
      if (document.state() instanceof PosterTaker.Known taker) {
        Set<String> photosNow = shown.getOrDefault(taker.alert(), Set.of());
        TakeDown.why(taker, found.get(taker.alert()), photosNow)
            .ifPresent(why -> open.add(new ToCall(document, taker, why)));
      }
    }
    return open;
  }

  private Set<String> photosKept(Alert alert) {
    return TakeDown.issue(alert)
        .map(issue -> states.photosKept(issue.preview().read(), issue.withdrawn()))
        .orElse(Set.of());
  }

  private Map<String, Alert> alertsOf(List<Guarded<PosterTaker>> all) {
    Set<String> ids = all.stream().map(each -> each.state().alert()).collect(Collectors.toSet());
    return alerts.find(ids).stream().collect(Collectors.toMap(Guarded::id, Guarded::state));
  }
}
