package org.homeward.alert.alerts;

import java.util.Optional;
import org.homeward.schema.facts.AlertSnapshot;
import org.homeward.schema.facts.AlertStatus;
import org.homeward.schema.facts.Audience;
import org.homeward.schema.facts.Snapshot;
import org.homeward.schema.facts.SnapshotKind;
import org.homeward.schema.facts.Tombstone;

/** An alert in the form in which its topic tells it: neither words nor addresses. */
public final class AlertSnapshots {

  private AlertSnapshots() {}

  /** Empty for what nobody has approved. */
  public static Optional<Snapshot> of(String id, Alert alert) {
    return switch (alert) {
      case Alert.Draft _ -> Optional.empty();
      case Alert.Active active ->
          Optional.of(issued(id, active, active.issue(), AlertStatus.ACTIVE));
      case Alert.Frozen frozen ->
          Optional.of(issued(id, frozen, frozen.issue(), AlertStatus.FROZEN));
      case Alert.Over over ->
          Optional.of(told(id, over, over.order(), over.edition(), status(over.how())));
      case Alert.Erased stone ->
          Optional.of(new Tombstone(id, SnapshotKind.ALERT, stone.exercise(), stone.month()));
    };
  }

  private static AlertSnapshot issued(String id, Alert alert, Issue issue, AlertStatus status) {
    return told(id, alert, issue.order(), issue.edition(), status);
  }

  private static AlertSnapshot told(
      String id, Alert alert, Order order, int edition, AlertStatus status) {
    return new AlertSnapshot(
        id,
        alert.caseId(),
        alert.home(),
        alert.exercise(),
        status,
        Audience.VOLUNTEER,
        order.authority(),
        order.author(),
        order.approver(),
        order.until(),
        edition);
  }

  private static AlertStatus status(Ending how) {
    return switch (how) {
      case CANCELLED -> AlertStatus.CANCELLED;
      case EXPIRED -> AlertStatus.EXPIRED;
      case ENDED -> AlertStatus.ENDED;
    };
  }
}
