package org.homeward.intake.kafka;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.publication.EventRecord;
import org.homeward.intake.cases.Case;
import org.homeward.schema.disclosure.TopicFilter;
import org.homeward.schema.event.Change;
import org.homeward.schema.event.EncodedEvent;
import org.homeward.schema.event.Envelope;
import org.homeward.schema.event.EventCodec;
import org.homeward.schema.facts.CaseSnapshot;
import org.homeward.schema.facts.CaseStatus;
import org.homeward.schema.facts.ChildStatus;

/** Renders a case as its event: what readers outside intake may know, and nothing else. */
public final class CaseEvents {

  private final EventCodec codec;

  public CaseEvents(EventCodec codec) {
    this.codec = codec;
  }

  /** One event with all pending changes and the present snapshot. */
  public EventRecord render(Guarded<Case> document) {
    List<Change> changes =
        document.pending().stream().map(c -> new Change(c.n(), c.type(), c.at(), c.by())).toList();
    Case state = document.state();
    EncodedEvent event =
        codec.write(
            state.id(), Envelope.of(state.home(), document.version(), changes, snapshot(state)));
    Map<String, byte[]> headers = new LinkedHashMap<>();
    event.headers().forEach(header -> headers.put(header.name(), header.value()));
    return new EventRecord(event.key(), headers, event.value());
  }

  private static CaseSnapshot snapshot(Case state) {
    Map<String, ChildStatus> children = new LinkedHashMap<>();
    state.children().forEach((id, child) -> children.put(id, child.status()));
    return new CaseSnapshot(
        state.id(),
        state.home(),
        state.exercise(),
        state.standing() == Case.Standing.ENDED ? CaseStatus.ENDED : CaseStatus.OPEN,
        state.freeze() != null,
        state.notTo(),
        children,
        state.reports().stream().map(r -> TopicFilter.forReaders(r.report())).toList());
  }
}
