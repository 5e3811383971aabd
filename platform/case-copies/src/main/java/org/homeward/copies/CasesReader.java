package org.homeward.copies;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.homeward.durable.reader.RecordHandler;
import org.homeward.durable.reader.Unreadable;
import org.homeward.frame.broker.EventDispatch;
import org.homeward.schema.event.Decoded;
import org.homeward.schema.event.EventCodec;
import org.homeward.schema.facts.SnapshotKind;

/** Reads the topic of cases into copies. */
public final class CasesReader implements RecordHandler {

  private final FollowCase followCase;
  private final EventDispatch events;

  public CasesReader(EventCodec codec, FollowCase followCase, MeterRegistry metrics) {
    this.followCase = followCase;
    this.events = new EventDispatch(codec, metrics, Map.of(SnapshotKind.CASE, this::follow));
  }

  @Override
  public void read(ConsumerRecord<String, byte[]> received) throws Unreadable {
    events.read(received);
  }

  private String follow(Decoded.Event event) throws Unreadable {
    var news =
        new CaseNews(
            event.subject().id(),
            event.version(),
            event.snapshot(),
            event.envelope().truncated(),
            event.envelope().changes());
    Followed followed = followCase.follow(news);
    if (followed == Followed.EXERCISE_CHANGED) {
      throw new Unreadable("exercise-changed");
    }
    return followed.name();
  }
}
