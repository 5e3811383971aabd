package org.homeward.alert.kafka;

import java.util.Optional;
import org.homeward.alert.alerts.Alert;
import org.homeward.alert.alerts.AlertSnapshots;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.publication.EventRecord;
import org.homeward.frame.broker.EventRecords;
import org.homeward.schema.event.Envelope;
import org.homeward.schema.event.EventCodec;

/** Renders alerts as events: that, when and by whose order, never the words. */
public final class AlertEvents {

  private final EventCodec codec;

  public AlertEvents(EventCodec codec) {
    this.codec = codec;
  }

  /** Empty for a draft, of which nobody hears. */
  public Optional<EventRecord> render(Guarded<Alert> alert) {
    return AlertSnapshots.of(alert.id(), alert.state())
        .map(
            snapshot ->
                Envelope.of(
                    alert.state().home(), alert.version(), EventRecords.changes(alert), snapshot))
        .map(envelope -> EventRecords.of(codec.write(alert.state().caseId(), envelope)));
  }
}
