package org.homeward.alert.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.homeward.alert.copies.CaseNews;
import org.homeward.alert.copies.FollowCase;
import org.homeward.alert.copies.Followed;
import org.homeward.durable.reader.RecordHandler;
import org.homeward.durable.reader.Unreadable;
import org.homeward.schema.event.Decoded;
import org.homeward.schema.event.EventCodec;
import org.homeward.schema.event.EventHeader;
import org.homeward.schema.event.Undecodable;
import org.homeward.schema.facts.SnapshotKind;

/** Decodes what stands on the topic of cases, and calls. */
public final class CasesReader implements RecordHandler {

  private final EventCodec codec;
  private final FollowCase followCase;
  private final MeterRegistry metrics;

  public CasesReader(EventCodec codec, FollowCase followCase, MeterRegistry metrics) {
    this.codec = codec;
    this.followCase = followCase;
    this.metrics = metrics;
  }

  @Override
  public void read(ConsumerRecord<String, byte[]> received) throws Unreadable {
    switch (decoded(received)) {
      case Decoded.Event event when event.subject().kind() == SnapshotKind.CASE -> follow(event);
      case Decoded.Event _ -> count("ignored", "other-kind");
      case Decoded.NotOurs(Decoded.Why why, var _) -> count("ignored", why.name());
    }
  }

  private void follow(Decoded.Event event) throws Unreadable {
    event.unknownChanges().forEach(change -> count("unknown", "change"));
    if (event.unknownFields() > 0) {
      count("unknown", "field");
    }
    event.oddities().forEach(oddity -> count("odd", oddity.name()));
    var news =
        new CaseNews(
            event.subject().id(), event.version(), event.snapshot(), event.envelope().truncated());
    Followed followed = followCase.follow(news);
    count("followed", followed.name());
    if (followed == Followed.EXERCISE_CHANGED) {
      throw unreadable("exercise-changed");
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
      throw unreadable(e.reason());
    }
  }

  private Unreadable unreadable(String reason) {
    count("poison", reason);
    return new Unreadable(reason);
  }

  /** The reasons are codes of ours; nothing of a record gets into a tag. */
  private void count(String what, String reason) {
    metrics.counter("homeward.reader.records", "what", what, "reason", reason).increment();
  }
}
