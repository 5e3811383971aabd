package org.homeward.alert.kafka;

import java.util.concurrent.atomic.AtomicInteger;
import org.homeward.alert.notices.PoliceNotice;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.publication.EventTopic;

/** Tells the topic of alerts how every notice stands now; safe to repeat, at any time. */
public final class Republication {

  private final GuardedDocuments<PoliceNotice> notices;
  private final NoticeEvents events;
  private final EventTopic topic;

  public Republication(
      GuardedDocuments<PoliceNotice> notices, NoticeEvents events, EventTopic topic) {
    this.notices = notices;
    this.events = events;
    this.topic = topic;
  }

  /** Returns how many were sent; throws when the broker stops taking them. */
  public int republish() {
    var sent = new AtomicInteger();
    notices.forEach(
        notice -> {
          topic.send(events.unchanged(notice));
          sent.incrementAndGet();
        });
    return sent.get();
  }
}
