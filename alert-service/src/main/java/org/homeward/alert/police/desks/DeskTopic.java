package org.homeward.alert.police.desks;

import org.homeward.durable.document.Guarded;
import org.homeward.durable.publication.EventRecord;
import org.homeward.frame.broker.EventRecords;
import org.homeward.schema.event.Envelope;
import org.homeward.schema.event.EventCodec;

/** Renders desks as events, without keys and their hashes. */
final class DeskTopic {

  private final EventCodec codec;
  private final String node;

  DeskTopic(EventCodec codec, String node) {
    this.codec = codec;
    this.node = node;
  }

  EventRecord render(Guarded<Desk> desk) {
    var envelope =
        Envelope.of(
            node, desk.version(), EventRecords.changes(desk), desk.state().snapshot(desk.id()));
    return EventRecords.of(codec.write(desk.id(), envelope));
  }
}
