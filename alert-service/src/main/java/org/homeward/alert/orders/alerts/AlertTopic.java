package org.homeward.alert.orders.alerts;

import java.util.List;
import java.util.Optional;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.publication.EventRecord;
import org.homeward.frame.broker.EventRecords;
import org.homeward.schema.event.Change;
import org.homeward.schema.event.Envelope;
import org.homeward.schema.event.EventCodec;
import org.homeward.schema.snapshots.AlertSnapshot;
import org.homeward.schema.snapshots.AlertStatus;
import org.homeward.schema.snapshots.Snapshot;
import org.homeward.schema.snapshots.SnapshotKind;
import org.homeward.schema.snapshots.Tombstone;

/** Renders alerts as events: state, time and authority, never the texts. */
final class AlertTopic {

  private final EventCodec codec;

  AlertTopic(EventCodec codec) {
    this.codec = codec;
  }

  /** Empty for a draft, which is not published, and for what only people of the node see. */
  Optional<EventRecord> render(Guarded<Alert> alert) {
    List<Change> changes =
        EventRecords.changes(alert).stream()
            .filter(change -> !change.type().equals(AlertWrites.WITHIN))
            .toList();
    if (changes.isEmpty() && !alert.pending().isEmpty()) {
      return Optional.empty();
    }
    return snapshot(alert.id(), alert.state())
        .map(snapshot -> Envelope.of(alert.state().home(), alert.version(), changes, snapshot))
        .map(envelope -> EventRecords.of(codec.write(alert.state().caseId(), envelope)));
  }

  private static Optional<Snapshot> snapshot(String id, Alert alert) {
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
      String id, Alert alert, AlertOrder order, int edition, AlertStatus status) {
    return new AlertSnapshot(
        id,
        alert.caseId(),
        alert.home(),
        alert.exercise(),
        status,
        order.to(),
        order.authority(),
        order.author(),
        order.approver(),
        order.until(),
        edition);
  }

  private static AlertStatus status(Alert.Ending how) {
    return switch (how) {
      case CANCELLED, WRONG_CHILD -> AlertStatus.CANCELLED;
      case EXPIRED -> AlertStatus.EXPIRED;
      case ENDED -> AlertStatus.ENDED;
    };
  }
}
