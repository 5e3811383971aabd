package org.homeward.alert.orders.alerts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.homeward.alert.orders.stops.StopTarget;
import org.homeward.alert.sight.SeeCase;
import org.homeward.alert.sight.SeenCase;
import org.homeward.copies.CaseViewer;
import org.homeward.durable.document.Excerpt;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.values.Audience;
import org.jspecify.annotations.Nullable;

/** Finds an alert for a person; one of a case that she must not see is not there. */
public final class SeeAlert {

  private static final String CASE_ID = "caseId";

  /** Where each state of an alert has its audience. */
  private static final List<String> READERS =
      List.of("proposal.wish.audience", "issue.order.audience", "order.audience");

  private static final String[] DECIDING =
      Stream.concat(Stream.of(CASE_ID), READERS.stream()).toArray(String[]::new);

  private final GuardedDocuments<Alert> alerts;
  private final SeeCase seeCase;

  SeeAlert(GuardedDocuments<Alert> alerts, SeeCase seeCase) {
    this.alerts = alerts;
    this.seeCase = seeCase;
  }

  /** The look is recorded before this answers. */
  public Optional<SeenAlert> see(String id, CaseViewer viewer) {
    return see(id, viewer, seeCase::seeCaseOf);
  }

  /** To take away from it, or to end it. */
  Optional<SeenAlert> seeToEnd(String id, CaseViewer viewer) {
    return see(id, viewer, seeCase::seeCaseToEnd);
  }

  /** Those of these alerts that this person may know of; nothing is shown, so no look. */
  public Set<String> known(Set<String> ids, String person) {
    Map<String, String> cases = cases(ids);
    cases.values().retainAll(seeCase.known(Set.copyOf(cases.values()), person)); // upholds 6
    return Set.copyOf(cases.keySet());
  }

  /** Those of these alerts that this person may see, as one look at their cases. */
  public Set<String> seeAmong(Set<String> ids, CaseViewer viewer) {
    Map<String, String> cases = cases(ids);
    Set<String> seen = seeCase.seeAmong(Set.copyOf(cases.values()), viewer).keySet();
    cases.values().retainAll(seen); // upholds 6
    return Set.copyOf(cases.keySet());
  }

  private Map<String, String> cases(Set<String> ids) {
    Map<String, String> cases = new HashMap<>();
    alerts
        .excerpts()
        .of(ids, CASE_ID)
        .forEach((id, alert) -> alert.text(CASE_ID).ifPresent(of -> cases.put(id, of)));
    return cases;
  }

  /** A look at an alert is for those who read it; the request does not say who they are. */
  private static CaseViewer as(CaseViewer viewer, Optional<Excerpt> alert) {
    return viewer.purpose() == Purpose.VOLUNTEER_ALERT
            && alert.filter(SeeAlert::isForEverybody).isPresent()
        ? viewer.lookingFor(Purpose.PUBLIC_ALERT)
        : viewer;
  }

  private static boolean isForEverybody(Excerpt alert) {
    return READERS.stream()
        .anyMatch(field -> alert.text(field).filter(Audience.PUBLIC.name()::equals).isPresent());
  }

  private interface Sight {
    Optional<SeenCase> of(String asked, @Nullable String of, CaseViewer viewer);
  }

  private Optional<SeenAlert> see(String id, CaseViewer viewer, Sight sight) {
    if (!StopTarget.isId(id)) {
      return Optional.empty(); // nothing ever has this id, and it may be a name
    }
    Optional<Excerpt> kept = alerts.excerpts().of(id, DECIDING);
    @Nullable String caseId = kept.flatMap(it -> it.text(CASE_ID)).orElse(null);
    return sight
        .of(id, caseId, as(viewer, kept))
        .flatMap(seen -> alerts.find(id).map(found -> new SeenAlert(seen, found)));
  }
}
