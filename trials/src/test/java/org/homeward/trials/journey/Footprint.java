package org.homeward.trials.journey;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.homeward.local.client.DeskLogin;
import org.homeward.local.client.Hotline;
import org.homeward.trials.topics.Topics;

/**
 * What a node holds and has said, and its neighbour too; equal when nothing happened.
 *
 * @param cases case id → version
 */
record Footprint(
    Map<String, Long> cases,
    Set<String> desks,
    Map<TopicPartition, Long> topics,
    Map<TopicPartition, Long> topicsAbroad,
    String feed,
    int mails) {
  static Footprint of(Hotline hotline, Store store, Topics topics, Topics abroad, DeskLogin desk) {
    return new Footprint(
        store.versions("intake", "cases"),
        store.versions("alert", "desks").keySet(),
        topics.ends(),
        abroad.ends(),
        hotline.desk(desk).head(),
        mails(hotline));
  }

  /** Mailboxes whose server hides what became of a mail get it again half a minute later. */
  private static int mails(Hotline hotline) {
    return (int)
        hotline.mail().brief().stream()
            .filter(mail -> !mail.to().matches("(hang|drop)-.*"))
            .count();
  }
}
