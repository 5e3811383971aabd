package org.homeward.alert.police.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.homeward.alert.trial.TrialNode;
import org.homeward.durable.log.Log;
import org.homeward.durable.store.Incarnation;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class MongoNoticeNumbersIT {

  private final String name = "numbers-trial-" + UUID.randomUUID();

  private NoticeNumbers instance(int incarnation) {
    var now = new Incarnation(incarnation);
    var log = new Log(TrialNode.get().bean(MongoDatabase.class), name, now);
    log.prepare();
    return new MongoNoticeNumbers(log, now);
  }

  @Test
  @Proves(2)
  void aNoticeKeepsItsNumberWhicheverInstanceIsAsked() throws Exception {
    List<NoticeNumbers> instances = List.of(instance(0), instance(0));
    List<String> notices = IntStream.range(0, 40).mapToObj(n -> "notice-" + n).toList();
    List<Future<Map<String, Long>>> asked = new ArrayList<>();
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int from = 0; from < 30; from++) {
        List<String> some = notices.subList(from, from + 10);
        NoticeNumbers one = instances.get(from % 2);
        asked.add(pool.submit(() -> one.of(some)));
      }
    }
    Map<String, Long> all = instances.getFirst().of(notices);
    assertThat(all).hasSize(40);
    assertThat(all.values()).doesNotHaveDuplicates();
    for (Future<Map<String, Long>> answer : asked) {
      assertThat(all).containsAllEntriesOf(answer.get());
    }
    assertThat(instance(0).of(notices)).isEqualTo(all);
  }

  @Test
  void numbersAfterARestoreAreNoneThatWereGivenBefore() {
    long before = instance(0).of(List.of("known", "lost")).get("lost");
    NoticeNumbers restored = instance(1);
    assertThat(restored.of(List.of("lost"))).containsEntry("lost", before);
    assertThat(restored.of(List.of("new")).get("new")).isGreaterThan(1 << 20);
  }
}
