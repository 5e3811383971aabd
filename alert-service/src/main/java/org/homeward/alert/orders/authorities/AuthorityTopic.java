package org.homeward.alert.orders.authorities;

import org.homeward.durable.document.Guarded;
import org.homeward.durable.publication.EventRecord;
import org.homeward.frame.broker.EventRecords;
import org.homeward.schema.event.Envelope;
import org.homeward.schema.event.EventCodec;

/** Renders entries of the register as events, without their call-back numbers. */
final class AuthorityTopic {

  private final EventCodec codec;
  private final String node;

  AuthorityTopic(EventCodec codec, String node) {
    this.codec = codec;
    this.node = node;
  }

  EventRecord render(Guarded<Authority> entry) {
    var envelope =
        Envelope.of(
            node, entry.version(), EventRecords.changes(entry), entry.state().snapshot(entry.id()));
    return EventRecords.of(codec.write(entry.id(), envelope));
  }
}
