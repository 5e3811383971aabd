package org.homeward.alert.police.notices;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.PendingChange;
import org.homeward.durable.publication.EventRecord;
import org.homeward.schema.event.Change;
import org.homeward.schema.event.EncodedEvent;
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
    List<Change> changes = notice.pending().stream().map(NoticeTopic::change).toList();
    Envelope<?> envelope =
        Envelope.of(
            notice.state().home(),
            notice.version(),
            changes,
            NoticeSnapshots.of(notice.id(), notice.state()));
    if (notice.state() instanceof PoliceNotice.Active) {
      envelope = envelope.withoutFacts();
    }
    EncodedEvent event = codec.write(TellPolice.caseOf(notice), envelope);
    Map<String, byte[]> headers = new LinkedHashMap<>();
    event.headers().forEach(header -> headers.put(header.name(), header.value()));
    return new EventRecord(event.key(), headers, event.value());
  }

  private static Change change(PendingChange change) {
    return new Change(change.n(), change.type(), change.at(), change.by());
  }
}
