package org.homeward.bridge;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.bridge.trial.TrialNode;
import org.homeward.bridge.trial.TrialNodes;
import org.homeward.durable.reader.TopicReader;
import org.homeward.frame.node.ServiceName;
import org.homeward.testkit.asyncapi.SpokenTopics;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What the service sends and receives is what the document of the topics says; runs last. */
@Order(Integer.MAX_VALUE)
class TopicsIT {

  @Test
  void sendsToAndReceivesFromTheTopicsOfTheDocumentAndNoOther() {
    var context = TrialNodes.get().rs().context();
    Map<String, String> groups =
        context.getBeansOfType(TopicReader.class).values().stream()
            .collect(
                Collectors.toMap(
                    reader -> reader.topic().substring("rs.".length()), TopicReader::group));
    String own = context.getBean(ServiceName.class).topic();

    SpokenTopics.assertDescribed("bridge", groups, Set.of(own, "poison"));
  }

  /** All that the tests before this one made it send. */
  @Test
  void sendsNothingThatIsNotDescribed() {
    for (TrialNode node : List.of(TrialNodes.get().rs(), TrialNodes.get().gr())) {
      for (String topic : List.of("handovers", "poison")) {
        SpokenTopics.assertDescribed(node.name + "." + topic, node.all(topic));
      }
    }
  }
}
