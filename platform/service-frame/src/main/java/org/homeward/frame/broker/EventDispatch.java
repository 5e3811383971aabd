package org.homeward.frame.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.homeward.durable.reader.RecordHandler;
import org.homeward.durable.reader.Unreadable;
import org.homeward.schema.event.Decoded;
import org.homeward.schema.event.EventCodec;
import org.homeward.schema.event.EventHeader;
import org.homeward.schema.event.Undecodable;
import org.homeward.schema.snapshots.SnapshotKind;

/**
 * Decodes records of a topic, calls the handler for the kind of their subject, and counts the
 * others.
 */
public final class EventDispatch implements RecordHandler {

  /** A service's handler for one kind of subject; safe to repeat. */
  @FunctionalInterface
  public interface Reaction {

    /**
     * @return a code for the counter of what became of it
     * @throws Unreadable when it is refused for ever, with a code
     */
    String follow(Decoded.Event event) throws Unreadable;
  }

  private static final String OTHER_KIND = "other-kind";

  private final EventCodec codec;
  private final MeterRegistry metrics;
  private final Map<SnapshotKind, Reaction> reactions;

  public EventDispatch(
      EventCodec codec, MeterRegistry metrics, Map<SnapshotKind, Reaction> reactions) {
    this.codec = codec;
    this.metrics = metrics;
    this.reactions = Map.copyOf(reactions);
    counter("unknown", "change"); // there is a number before there is a record
  }

  @Override
  public void read(ConsumerRecord<String, byte[]> received) throws Unreadable {
    if (isOfAnotherKind(received)) {
      count("ignored", OTHER_KIND);
      return;
    }
    switch (decoded(received)) {
      case Decoded.Event event -> follow(event);
      case Decoded.NotOurs(Decoded.Why why, var _) -> count("ignored", why.name());
    }
  }

  /**
   * A record of a kind that nobody here follows need not be decoded, where its header names the
   * kind.
   */
  private boolean isOfAnotherKind(ConsumerRecord<String, byte[]> received) {
    Header subject = received.headers().lastHeader("ce_subject");
    return subject != null
        && SnapshotKind.of(new String(subject.value(), UTF_8).replaceFirst("/.*", ""))
            .filter(kind -> !reactions.containsKey(kind))
            .isPresent();
  }

  private void follow(Decoded.Event event) throws Unreadable {
    Reaction reaction = reactions.get(event.subject().kind());
    if (reaction == null) {
      count("ignored", OTHER_KIND);
      return;
    }
    event.unknownChanges().forEach(change -> count("unknown", "change"));
    if (event.unknownFields() > 0) {
      count("unknown", "field");
    }
    event.oddities().forEach(oddity -> count("odd", oddity.name()));
    try {
      count("followed", reaction.follow(event));
    } catch (Unreadable e) {
      count("poison", e.reason());
      throw e;
    }
  }

  private Decoded decoded(ConsumerRecord<String, byte[]> received) throws Unreadable {
    List<EventHeader> headers = new ArrayList<>();
    for (Header header : received.headers()) {
      headers.add(new EventHeader(header.key(), header.value()));
    }
    try {
      return codec.read(received.key(), headers, received.value());
    } catch (Undecodable e) {
      count("poison", e.reason());
      throw new Unreadable(e.reason());
    }
  }

  /** The reasons are codes of ours; nothing of a record gets into a tag. */
  private void count(String what, String reason) {
    counter(what, reason).increment();
  }

  private Counter counter(String what, String reason) {
    return metrics.counter("homeward.reader.records", "what", what, "reason", reason);
  }
}
