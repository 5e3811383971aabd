package org.homeward.intake.cases.news;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.homeward.durable.reader.RecordHandler;
import org.homeward.durable.reader.Unreadable;
import org.homeward.frame.broker.EventDispatch;
import org.homeward.intake.cases.Happening;
import org.homeward.intake.lifts.FollowNodeStop;
import org.homeward.intake.registers.FollowEntry;
import org.homeward.schema.event.Decoded;
import org.homeward.schema.event.EventCodec;
import org.homeward.schema.snapshots.AuthoritySnapshot;
import org.homeward.schema.snapshots.DeskSnapshot;
import org.homeward.schema.snapshots.SnapshotKind;
import org.homeward.schema.snapshots.StopScope;
import org.homeward.schema.snapshots.StopSnapshot;

/**
 * Reads what alert and bridge tell of cases: police notices, alerts, stops, handovers; and of desks
 * and authorities.
 */
final class NewsTopic implements RecordHandler {

  private final FollowNews followNews;
  private final FollowNodeStop followNodeStop;
  private final FollowEntry<DeskSnapshot> followDesk;
  private final FollowEntry<AuthoritySnapshot> followAuthority;
  private final EventDispatch events;

  NewsTopic(
      EventCodec codec,
      FollowNews followNews,
      FollowNodeStop followNodeStop,
      FollowEntry<DeskSnapshot> followDesk,
      FollowEntry<AuthoritySnapshot> followAuthority,
      MeterRegistry metrics) {
    this.followNews = followNews;
    this.followNodeStop = followNodeStop;
    this.followDesk = followDesk;
    this.followAuthority = followAuthority;
    Map<SnapshotKind, EventDispatch.Reaction> reactions = new EnumMap<>(SnapshotKind.class);
    for (SnapshotKind kind :
        List.of(
            SnapshotKind.ALERT,
            SnapshotKind.STOP,
            SnapshotKind.HANDOVER,
            SnapshotKind.POLICE_NOTICE)) {
      reactions.put(kind, this::follow);
    }
    reactions.put(SnapshotKind.DESK, this::followEntry);
    reactions.put(SnapshotKind.AUTHORITY, this::followEntry);
    this.events = new EventDispatch(codec, metrics, reactions);
  }

  @Override
  public void read(ConsumerRecord<String, byte[]> received) throws Unreadable {
    events.read(received);
  }

  private String follow(Decoded.Event event) throws Unreadable {
    if (event.snapshot() instanceof StopSnapshot stop && stop.scope() == StopScope.NODE) {
      if (!stop.lifted()) followNodeStop.stopped(event.version()); // upholds 4
      return NewsFollowed.APPLIED.name();
    }
    NewsFollowed followed = followNews.follow(news(event));
    if (followed.isRefusal()) {
      throw new Unreadable(code(followed));
    }
    return followed.name();
  }

  private String followEntry(Decoded.Event event) throws Unreadable {
    switch (event.snapshot()) {
      case DeskSnapshot told -> followDesk.follow(told, event.version());
      case AuthoritySnapshot told -> followAuthority.follow(told, event.version());
      default -> throw new Unreadable("no-entry");
    }
    return NewsFollowed.APPLIED.name();
  }

  private static News news(Decoded.Event event) {
    return new News(
        event.key(),
        event.subject().text(),
        event.version(),
        event.envelope().changes().stream()
            .map(change -> new Happening(change.n(), change.type(), change.at(), change.by()))
            .toList(),
        event.snapshot(),
        event.envelope().truncated());
  }

  private static String code(NewsFollowed followed) {
    return followed.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
