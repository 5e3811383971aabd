package org.homeward.bridge.handovers;

import java.util.List;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.publication.EventRecord;
import org.homeward.frame.broker.EventRecords;
import org.homeward.schema.event.Envelope;
import org.homeward.schema.event.EventCodec;
import org.homeward.schema.snapshots.HandoverSide;
import org.homeward.schema.snapshots.HandoverSnapshot;
import org.homeward.schema.values.Code;

/** Renders handovers as events: what the rest of this node may know of them. */
final class HandoverTopic {

  private final EventCodec codec;
  private final String node;

  HandoverTopic(EventCodec codec, String node) {
    this.codec = codec;
    this.node = node;
  }

  EventRecord render(Guarded<Handover> handover) {
    HandoverSnapshot snapshot =
        switch (handover.state()) {
          case Owned owned -> owned(handover.id(), owned);
          case Held held -> held(handover.id(), held);
        };
    return EventRecords.of(
        codec.write(
            snapshot.caseId(),
            Envelope.of(
                snapshot.home(), handover.version(), EventRecords.changes(handover), snapshot)));
  }

  private HandoverSnapshot owned(String id, Owned owned) {
    return new HandoverSnapshot(
        id,
        owned.caseId(),
        HandoverSide.OWNER,
        owned.partner(),
        node,
        owned.exercise(),
        owned.status(),
        owned.offer().seen().frozen(),
        owned.braked(),
        owned.dialogue().brakes().told(),
        owned.share().told() == null ? null : owned.share().told().leaseUntil(),
        null,
        owned.offer().sightings(),
        owned.open().stream().map(Code::of).toList(),
        owned.recall() == null ? null : Code.of(owned.recall().reason()),
        owned.receipts());
  }

  private HandoverSnapshot held(String id, Held held) {
    return new HandoverSnapshot(
        id,
        held.caseId(),
        HandoverSide.HOLDER,
        held.partner(),
        held.partner(),
        held.exercise(),
        held.status(),
        held.shown().frozen(),
        held.braked(),
        held.dialogue().brakes().told(),
        held.shown().leaseUntil(),
        held.content(),
        List.of(),
        held.open().stream().map(Code::of).toList(),
        held.recall() == null ? null : Code.of(held.recall().reason()),
        held.receipts());
  }
}
