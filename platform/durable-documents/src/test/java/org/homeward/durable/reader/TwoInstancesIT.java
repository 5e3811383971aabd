package org.homeward.durable.reader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.homeward.durable.Engines;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Readers of one group in several processes, as far as one process can play them. */
class TwoInstancesIT {

  private static final int KEYS = 12; // enough that every partition has some
  private static Engines engines;

  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final List<TopicReader> readers = new ArrayList<>();

  @BeforeAll
  static void start() {
    engines = Engines.both();
    engines.createTopic("poison");
  }

  @AfterAll
  static void stop() {
    engines.close();
  }

  @AfterEach
  void end() {
    readers.forEach(TopicReader::close);
  }

  @Test
  @Proves(1)
  void whoEndsInOrderLeavesItsPartitionsToTheOtherAtOnce() throws Exception {
    createTopic("orderly");
    sendAll("orderly", "a");
    TopicReader first = started("orderly", "1", this::collect);
    TopicReader second = started("orderly", "2", this::collect); // both for the first time
    await().until(() -> seen.size() == KEYS && members("orderly").size() == 2);

    first.close();

    assertThat(members("orderly")).containsExactly("rs.orderly-2");
    sendAll("orderly", "b");
    await().until(() -> seen.size() == 2 * KEYS && second.lag() == 0);
    second.close();
    assertThat(members("orderly")).as("alone it keeps its place").containsExactly("rs.orderly-2");
  }

  @Test
  @Proves(1)
  void aGapThatIsAcceptedAtOneInstanceIsAcceptedForAll() throws Exception {
    engines.createTopic("gap");
    sendAll("gap", "a");
    TopicReader one = started("gap", "1", this::collect);
    await().until(() -> seen.size() == KEYS && one.lag() == 0);
    one.close();
    sendAll("gap", "lost");
    try (var admin = Admin.create(engines.adminSettings())) {
      engines.deleteRecords(admin, "gap");
    }
    TopicReader first = started("gap", "1", this::collect);
    TopicReader second = started("gap", "2", this::collect);
    var lost = new ReaderState.Stopped("offsets-out-of-range");
    await().until(() -> first.state().equals(lost) && second.state().equals(lost));

    first.acceptGap();

    await().until(() -> second.state() instanceof ReaderState.Reading);
    sendAll("gap", "b");
    await().until(() -> seen.size() == 2 * KEYS && first.lag() == 0);
    assertThat(seen).noneMatch(value -> value.endsWith("lost"));
  }

  @Test
  void aGapIsAcceptedWhileAnotherInstanceReads() throws Exception {
    createTopic("lively");
    sendAll("lively", "a");
    TopicReader first = started("lively", "1", this::collect);
    TopicReader second = started("lively", "2", this::collect);
    await().until(() -> seen.size() == KEYS && members("lively").size() == 2);

    first.acceptGap();

    sendAll("lively", "b");
    await().until(() -> seen.size() == 2 * KEYS && first.lag() == 0 && second.lag() == 0);
    await().until(() -> members("lively").size() == 2);
  }

  @Test
  void whatOneInstanceMarkedStaleTheOneThatReadsNextTakesOff() throws Exception {
    createTopic("marked");
    TopicReader first = started("marked", "1", this::unlessGarbage);
    TopicReader second = started("marked", "2", this::unlessGarbage);
    await().until(() -> members("marked").size() == 2);
    sendAll("marked", "garbage");
    await().until(() -> IntStream.range(0, KEYS).allMatch(i -> second.isStale("case-" + i)));
    first.close();

    sendAll("marked", "good");

    await().until(() -> seen.size() == KEYS && second.lag() == 0);
    assertThat(IntStream.range(0, KEYS)).noneMatch(i -> second.isStale("case-" + i));
    assertThat(second.staleAggregates()).isZero();
  }

  @Test
  void anInstanceWithoutPartitionsIsWellAndSeesWhatTheOthersHaveNotRead() throws Exception {
    createTopic("spare");
    TopicReader last = started("spare", "9", r -> fail());
    sendAll("spare", "a");
    await().until(() -> last.state() instanceof ReaderState.Retrying);
    assertThat(last.lag()).isEqualTo(KEYS);

    for (String instance : List.of("1", "2", "3")) { // as many as there are partitions
      started("spare", instance, this::collect);
    }

    await().until(() -> seen.size() == KEYS && last.lag() == 0);
    await().until(() -> last.state() instanceof ReaderState.Reading);
  }

  private static void createTopic(String name) throws Exception {
    try (var admin = Admin.create(engines.adminSettings())) {
      admin.createTopics(List.of(new NewTopic(name, Optional.of(3), Optional.empty()))).all().get();
    }
  }

  private TopicReader started(String topic, String instance, RecordHandler handler) {
    var reader =
        new TopicReader(
            new ReaderSettings(
                engines.bootstrapServers(), topic, "rs." + topic, instance, Duration.ofSeconds(1)),
            engines.client().getDatabase("readers"),
            new Poison("poison", engines.producer()),
            handler);
    readers.add(reader);
    reader.start();
    return reader;
  }

  private void collect(ConsumerRecord<String, byte[]> r) {
    seen.add(r.key() + " " + new String(r.value(), UTF_8));
  }

  private void unlessGarbage(ConsumerRecord<String, byte[]> r) throws Unreadable {
    if (new String(r.value(), UTF_8).equals("garbage")) {
      throw new Unreadable("not-json");
    }
    collect(r);
  }

  private static void fail() {
    throw new IllegalStateException("the store is away");
  }

  private static void sendAll(String topic, String value) throws Exception {
    for (int i = 0; i < KEYS; i++) {
      engines
          .producer()
          .send(new ProducerRecord<>(topic, "case-" + i, value.getBytes(UTF_8)))
          .get();
    }
  }

  private static Set<String> members(String topic) throws Exception {
    String group = "rs." + topic;
    try (var admin = Admin.create(engines.adminSettings())) {
      return admin.describeConsumerGroups(List.of(group)).all().get().get(group).members().stream()
          .map(member -> member.groupInstanceId().orElse("none"))
          .collect(Collectors.toSet());
    } catch (ExecutionException notYet) {
      return Set.of();
    }
  }
}
