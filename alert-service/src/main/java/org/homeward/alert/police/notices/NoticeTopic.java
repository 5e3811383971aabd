package org.homeward.alert.police.notices;

import org.homeward.durable.document.Guarded;
import org.homeward.durable.publication.EventRecord;
import org.homeward.frame.broker.EventRecords;
import org.homeward.schema.event.Envelope;
import org.homeward.schema.event.EventCodec;

/**
 * Renders notices as events. They carry no facts: a reader of this topic needs the state and the
 * time, and has the case itself.
 */
final class NoticeTopic {

  private final EventCodec codec;

  NoticeTopic(EventCodec codec) {
    this.codec = codec;
  }

  /** The notice with its pending changes; without any, for a reader that has lost it. */
  EventRecord render(Guarded<PoliceNotice> notice) {
    Envelope<?> envelope =
        Envelope.of(
            notice.state().home(),
            notice.version(),
            EventRecords.changes(notice),
            NoticeSnapshots.of(notice.id(), notice.state()));
    if (notice.state() instanceof PoliceNotice.Active) {
      envelope = envelope.withoutFacts();
    }
    return EventRecords.of(codec.write(TellPolice.caseOf(notice), envelope));
  }
}
