package org.homeward.trials.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.local.client.Reports;
import org.homeward.local.node.Neighbours;
import org.homeward.testkit.asyncapi.AsyncApi;
import org.homeward.trials.ReadmeTest;
import org.homeward.trials.exchange.Exchange;
import org.homeward.trials.exchange.ExchangeLog;
import org.homeward.trials.topics.Records;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The story on two nodes of real processes, typed as the README has it. */
@ExtendWith(SharedNodes.class)
class StoryIT {
  private static final List<String> WORDS_OF_HIM =
      List.of(Reports.NAME, Reports.LATIN_NAME, Reports.CHILD_WORDS, "insulin", "Wartburg");

  /** As the README has it. */
  static final String TYPED = "./homeward story";

  @Test
  void everyStepPassesAndLeavesNoWordOfHimAbroad(
      Neighbours nodes, Documented documented, @TempDir Path directory) throws Exception {
    assertThat(ReadmeTest.typed()).contains(TYPED);
    Path exchanges = directory.resolve("exchanges.jsonl");
    TypedProject.Ran story =
        TypedProject.of(nodes).type(TYPED, Map.of("HOMEWARD_EXCHANGES", exchanges.toString()));

    assertThat(story.status()).as(story.output()).isZero();
    List<Exchange> seen = ExchangeLog.read(exchanges);
    assertThat(seen).hasSizeGreaterThan(100);
    seen.forEach(documented::seen);
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
}
