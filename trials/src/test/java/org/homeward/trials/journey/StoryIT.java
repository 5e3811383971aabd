package org.homeward.trials.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.local.client.Reports;
import org.homeward.local.node.Neighbours;
import org.homeward.testkit.asyncapi.AsyncApi;
import org.homeward.trials.story.Story;
import org.homeward.trials.topics.Records;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The story on two nodes of real processes; {@link ReadmeIT} plays it once more on what is kept.
 */
@ExtendWith(SharedNodes.class)
class StoryIT {
  private static final int SPEED_REPORTS = 40;
  private static final List<String> WORDS_OF_HIM =
      List.of(Reports.NAME, Reports.LATIN_NAME, Reports.CHILD_WORDS, "insulin", "Wartburg");

  @Test
  void everyStepPassesAndLeavesNoWordOfHimAbroad(Neighbours nodes, Documented documented) {
    assertPasses(nodes, documented);

    assertThat(documented.complaints()).isEmpty();
    assertThat(recordsThatAreNotDescribed(nodes)).isEmpty();
    await().untilAsserted(() -> assertThat(collectionsWithAWordOfHim(nodes)).isEmpty());
  }

  /** On any topic of the two nodes. */
  private static List<String> recordsThatAreNotDescribed(Neighbours nodes) {
    List<String> found = new ArrayList<>();
    for (var plan : List.of(nodes.rs().plan(), nodes.gr().plan())) {
      for (String channel : AsyncApi.document().messages().keySet()) {
        String topic = plan.name() + "." + channel;
        for (Records.Entry sent : Records.of(plan.broker(), topic)) {
          byte[] value = sent.value().getBytes(StandardCharsets.UTF_8);
          String key = sent.key().isEmpty() ? null : sent.key();
          AsyncApi.document().problems(topic, key, sent.headers(), value).stream()
              .map(problem -> sent + ": " + problem)
              .forEach(found::add);
        }
      }
    }
    return found;
  }

  /** In the store of the partner who gave the receipts. */
  private static Set<String> collectionsWithAWordOfHim(Neighbours nodes) {
    Set<String> found = new TreeSet<>();
    try (var store = new Store(nodes.gr().plan())) {
      for (String document : store.documents()) {
        if (WORDS_OF_HIM.stream().anyMatch(document::contains)) {
          found.add(document.substring(0, document.indexOf(' ')));
        }
      }
    }
    return found;
  }

  private static void assertPasses(Neighbours nodes, Documented documented) {
    var told = new ByteArrayOutputStream();
    var out = new PrintStream(told, true, StandardCharsets.UTF_8);
    var story =
        new Story(nodes.rs(), nodes.gr(), out, Clock.systemUTC(), SPEED_REPORTS, documented);

    boolean passed = story.play();

    assertThat(passed).as(told.toString(StandardCharsets.UTF_8)).isTrue();
  }
}
