package org.homeward.testkit.asyncapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Compares a service's topics with the document, in both directions. */
public final class SpokenTopics {
  private static final AsyncApi API = AsyncApi.document();

  private SpokenTopics() {}

  /**
   * Topics stand here without the node.
   *
   * @param groups in which it receives, by topic
   */
  public static void assertDescribed(
      String service, Map<String, String> groups, Set<String> sendsTo) {
    assertThat(API.operations(service, "receive").keySet()).isEqualTo(groups.keySet());
    groups.forEach((topic, group) -> assertThat(group).matches(API.group(service, topic)));
    assertThat(API.operations(service, "send").keySet()).isEqualTo(sendsTo);
  }

  /** Every record that was sent to a topic. */
  public static void assertDescribed(String topic, List<ConsumerRecord<String, byte[]>> records) {
    for (ConsumerRecord<String, byte[]> sent : records) {
      Map<String, String> headers = new HashMap<>();
      sent.headers()
          .forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
      assertThat(API.problems(topic, sent.key(), headers, sent.value()))
          .as("%s of %s at %d", headers.get("ce_type"), topic, sent.offset())
          .isEmpty();
    }
  }
}
