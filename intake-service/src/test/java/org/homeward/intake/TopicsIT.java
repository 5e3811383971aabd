package org.homeward.intake;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.durable.reader.TopicReader;
import org.homeward.frame.node.ServiceName;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.testkit.asyncapi.SpokenTopics;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What the service sends and receives is what the document of the topics says; runs last. */
@Order(Integer.MAX_VALUE)
class TopicsIT {

  @Test
  void sendsToAndReceivesFromTheTopicsOfTheDocumentAndNoOther() {
    var context = TrialIntake.get().context();
    Map<String, String> groups =
        context.getBeansOfType(TopicReader.class).values().stream()
            .collect(
                Collectors.toMap(
                    reader -> reader.topic().substring("rs.".length()), TopicReader::group));
    String own = context.getBean(ServiceName.class).topic();

    SpokenTopics.assertDescribed("intake", groups, Set.of(own, "poison"));
  }

  /** All that the tests before this one made it send. */
  @Test
  void sendsNothingThatIsNotDescribed() {
    for (String topic : List.of("rs.cases", "rs.poison")) {
      SpokenTopics.assertDescribed(topic, TrialIntake.get().all(topic));
    }
  }
}
