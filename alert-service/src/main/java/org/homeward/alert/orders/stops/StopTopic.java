package org.homeward.alert.orders.stops;

import java.util.Optional;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.publication.EventRecord;
import org.homeward.frame.broker.EventRecords;
import org.homeward.schema.event.Envelope;
import org.homeward.schema.event.EventCodec;
import org.homeward.schema.snapshots.StopSnapshot;
import org.jspecify.annotations.Nullable;

/** Renders stops as events. */
final class StopTopic {

  /** The Kafka key of what is not about one case. */
  private static final String NODE_KEY = "node";

  private final EventCodec codec;
  private final String node;
  private final FindCaseOfAlert findCaseOfAlert;

  StopTopic(EventCodec codec, String node, FindCaseOfAlert findCaseOfAlert) {
    this.codec = codec;
    this.node = node;
    this.findCaseOfAlert = findCaseOfAlert;
  }

  EventRecord render(Guarded<Stop> stop) {
    StopTarget target = stop.state().target();
    @Nullable String caseId = caseOf(target).orElse(null);
    @Nullable String alert =
        switch (target.scope()) {
          case NODE, CASE -> null;
          case ALERT -> target.id();
        };
    var snapshot =
        new StopSnapshot(
            target.word(), target.scope(), caseId, alert, stop.state() instanceof Stop.Lifted);
    var envelope = Envelope.of(node, stop.version(), EventRecords.changes(stop), snapshot);
    return EventRecords.of(codec.write(caseId == null ? NODE_KEY : caseId, envelope));
  }

  private Optional<String> caseOf(StopTarget target) {
    return switch (target.scope()) {
      case NODE -> Optional.empty();
      case CASE -> Optional.ofNullable(target.id());
      case ALERT -> Optional.ofNullable(target.id()).flatMap(findCaseOfAlert::find);
    };
  }
}
