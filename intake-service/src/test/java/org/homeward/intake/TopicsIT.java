package org.homeward.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.homeward.durable.reader.TopicReader;
import org.homeward.frame.node.ServiceName;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.testkit.asyncapi.AsyncApi;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** What the service sends and receives is what the document of the topics says; runs last. */
@Order(Integer.MAX_VALUE)
class TopicsIT {
  private static final AsyncApi API = AsyncApi.document();
  private static final String SERVICE = "intake";

  @Test
  void sendsToAndReceivesFromTheTopicsOfTheDocumentAndNoOther() {
    ApplicationContext context = TrialIntake.get().context();
    Set<String> received = new HashSet<>();
    for (TopicReader reader : context.getBeansOfType(TopicReader.class).values()) {
      String topic = reader.topic().substring("rs.".length());
      received.add(topic);
      assertThat(reader.group()).matches(API.group(SERVICE, topic));
    }

    assertThat(API.operations(SERVICE, "receive"))
        .containsOnlyKeys(received.toArray(new String[0]));
    var service = context.getBean(ServiceName.class);
    assertThat(service.name()).isEqualTo(SERVICE);
    assertThat(API.operations(SERVICE, "send")).containsOnlyKeys(service.topic(), "poison");
  }

  /** All that the tests before this one made it send. */
  @Test
  void sendsNothingThatIsNotDescribed() {
    for (String topic : List.of("rs.cases", "rs.poison")) {
      check(topic, TrialIntake.get().all(topic));
    }
  }

  private static void check(String topic, List<ConsumerRecord<String, byte[]>> records) {
    for (ConsumerRecord<String, byte[]> sent : records) {
      Map<String, String> headers = new HashMap<>();
      sent.headers()
          .forEach(
              header ->
                  headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
      assertThat(API.problems(topic, sent.key(), headers, sent.value()))
          .as("%s of %s at %d", headers.get("ce_type"), topic, sent.offset())
          .isEmpty();
    }
  }
}
