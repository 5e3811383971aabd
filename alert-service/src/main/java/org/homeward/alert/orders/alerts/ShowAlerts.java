package org.homeward.alert.orders.alerts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.homeward.alert.orders.preview.Preview;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.schema.disclosure.AuditEntry;
import org.homeward.schema.disclosure.AuditTrail;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.facts.Basis;

/** Shows alerts to those who work on them. */
final class ShowAlerts {

  private final GuardedDocuments<Alert> alerts;
  private final AuditTrail trail;

  ShowAlerts(GuardedDocuments<Alert> alerts, AuditTrail trail) {
    this.alerts = alerts;
    this.trail = trail;
  }

  Optional<Guarded<Alert>> one(String id) {
    return alerts.find(id);
  }

  /** Ordered by id; a hotline has thousands in a year at most. */
  List<Guarded<Alert>> page(Optional<String> caseId, String after, int limit) {
    if (caseId.isPresent()) {
      return alerts.page("caseId", caseId.get(), after, limit);
    }
    List<Guarded<Alert>> all = new ArrayList<>();
    alerts.forEach(
        alert -> {
          if (alert.id().compareTo(after) > 0) {
            all.add(alert);
          }
        });
    all.sort(Comparator.comparing(Guarded::id));
    return all.subList(0, Math.min(limit, all.size()));
  }

  /** The exact bytes that wait for approval, or that went out; recorded before it answers. */
  Optional<Preview> preview(String id, String role, String person) {
    Optional<Preview> preview = alerts.find(id).flatMap(found -> preview(found.state()));
    if (preview.isPresent()) {
      var look =
          new AuditEntry(
              List.of(id),
              AuditEntry.Verb.DISCLOSED,
              role,
              person,
              Purpose.VOLUNTEER_ALERT,
              Basis.PUBLIC_TASK,
              alerts.clock().instant());
      trail.append(look); // upholds 10
    }
    return preview;
  }

  private static Optional<Preview> preview(Alert alert) {
    return switch (alert) {
      case Alert.Draft draft -> Optional.of(draft.proposal().preview());
      case Alert.Active active ->
          Optional.of(active.next() == null ? active.issue().preview() : active.next().preview());
      case Alert.Frozen frozen -> Optional.of(frozen.issue().preview());
      case Alert.Over over -> Optional.ofNullable(over.preview());
      case Alert.Erased _ -> Optional.empty();
    };
  }
}
