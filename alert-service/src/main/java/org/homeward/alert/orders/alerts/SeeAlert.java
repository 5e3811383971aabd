package org.homeward.alert.orders.alerts;

import java.util.Optional;
import org.homeward.alert.orders.stops.StopTarget;
import org.homeward.alert.sight.SeeCase;
import org.homeward.alert.sight.SeenCase;
import org.homeward.copies.CaseViewer;
import org.homeward.durable.document.GuardedDocuments;
import org.jspecify.annotations.Nullable;

/** Finds an alert for a person; one of a case that she must not see is not there. */
public final class SeeAlert {

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

  private interface Sight {
    Optional<SeenCase> of(String asked, @Nullable String of, CaseViewer viewer);
  }

  private Optional<SeenAlert> see(String id, CaseViewer viewer, Sight sight) {
    if (!StopTarget.isId(id)) {
      return Optional.empty(); // nothing ever has this id, and it may be a name
    }
    @Nullable String caseId =
        alerts.excerpts().of(id, "caseId").flatMap(it -> it.text("caseId")).orElse(null);
    return sight
        .of(id, caseId, viewer)
        .flatMap(seen -> alerts.find(id).map(found -> new SeenAlert(seen, found)));
  }
}
