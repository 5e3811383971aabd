package org.homeward.alert.trial;

import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.homeward.testkit.TopicContent;

/** Reads a topic from its beginning, beside the service. */
public final class Topic {

  private final String servers;
  private final String name;

  private Topic(String servers, String name) {
    this.servers = servers;
    this.name = name;
  }

  public static Topic of(TrialNode node, String name) {
    return new Topic(node.kafka(), name);
  }

  /** Everything that is on the topic now. */
  public List<ConsumerRecord<String, byte[]>> all() {
    return TopicContent.of(servers, name);
  }

  /** Waits for so many that match. */
  public List<ConsumerRecord<String, byte[]>> await(
      int count, Predicate<ConsumerRecord<String, byte[]>> which) {
    return Awaitility.await()
        .until(() -> all().stream().filter(which).toList(), found -> found.size() >= count);
  }
}
