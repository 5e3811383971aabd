package org.homeward.frame.broker;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.publication.EventRecord;
import org.homeward.schema.event.Change;
import org.homeward.schema.event.EncodedEvent;

/** From a guarded document to a record on the service's topic. */
public final class EventRecords {

  private EventRecords() {}

  /** The pending changes of a document as its event tells them. */
  public static List<Change> changes(Guarded<?> document) {
    return document.pending().stream()
        .map(change -> new Change(change.n(), change.type(), change.at(), change.by()))
        .toList();
  }

  /** Converts the codec's output to the topic's record. */
  public static EventRecord of(EncodedEvent event) {
    Map<String, byte[]> headers = new LinkedHashMap<>();
    event.headers().forEach(header -> headers.put(header.name(), header.value()));
    return new EventRecord(event.key(), headers, event.value());
  }
}
