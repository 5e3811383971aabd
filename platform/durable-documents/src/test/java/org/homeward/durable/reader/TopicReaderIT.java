package org.homeward.durable.reader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.homeward.durable.Engines;
import org.homeward.durable.TopicTail;
import org.homeward.durable.store.Incarnation;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TopicReaderIT {

  private static Engines engines;

  private final List<String> seen = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void start() {
    engines = Engines.both();
    engines.createTopic("poison");
  }

  @AfterAll
  static void stop() {
    engines.close();
  }

  private static MongoDatabase database() {
    return engines.client().getDatabase("reader");
  }

  private TopicReader reader(String topic, RecordHandler handler) {
    return new TopicReader(
        new ReaderSettings(
            engines.bootstrapServers(), topic, "rs." + topic, "1", Duration.ofSeconds(1)),
        database(),
        new Poison("poison", engines.producer()),
        handler);
  }

  private TopicReader collecting(String topic) {
    return reader(topic, r -> seen.add(new String(r.value(), UTF_8)));
  }

  private static void send(String topic, String key, String value) throws Exception {
    engines.producer().send(new ProducerRecord<>(topic, key, value.getBytes(UTF_8))).get();
  }

  @Test
  @Proves(1)
  void theFirstStartBeginsAtTheBeginning() throws Exception {
    engines.createTopic("first");
    send("first", "k", "a");
    send("first", "k", "b");
    try (var reader = collecting("first")) {
      reader.start();
      await().untilAsserted(() -> assertThat(seen).containsExactly("a", "b"));
      send("first", "k", "c");
      await().untilAsserted(() -> assertThat(seen).containsExactly("a", "b", "c"));
      await().until(() -> reader.lag() == 0);
    }
  }

  @Test
  void whatWasPutAsideIsReadOnceTheProgramCan() throws Exception {
    engines.createTopic("replayed");
    var able = new AtomicBoolean();
    RecordHandler handler =
        r -> {
          String value = new String(r.value(), UTF_8);
          if (value.startsWith("never") || (value.startsWith("new") && !able.get())) {
            throw new Unreadable("undecodable");
          }
          seen.add(value);
        };
    engines.createTopic("put-aside");
    try (var reader =
        new TopicReader(
            new ReaderSettings(
                engines.bootstrapServers(), "replayed", "rs.replayed", "1", Duration.ofSeconds(1)),
            database(),
            new Poison("put-aside", engines.producer()),
            handler)) {
      reader.start();
      send("replayed", "k", "new");
      send("replayed", "l", "never");
      send("replayed", "m", "after");
      await().untilAsserted(() -> assertThat(seen).containsExactly("after"));
      assertThat(reader.replayPoison()).isEqualTo(new Replayed(2, 0, 2, 0, 0, 2));

      able.set(true);
      assertThat(reader.replayPoison()).isEqualTo(new Replayed(2, 1, 1, 0, 0, 1));
      assertThat(reader.isStale("k")).isFalse();
      assertThat(reader.isStale("l")).isTrue();
      assertThat(reader.replayPoison().applied()).isEqualTo(1);
      assertThat(seen).containsExactly("after", "new", "new");

      try (var admin = Admin.create(engines.adminSettings())) {
        engines.deleteRecords(admin, "replayed");
      }
      assertThat(reader.replayPoison()).isEqualTo(new Replayed(2, 0, 0, 0, 2, 1));
    }
  }

  @Test
  void afterARestoreEverythingIsReadAgainOnce() throws Exception {
    engines.createTopic("restored");
    send("restored", "k", "a");
    try (var reader = collecting("restored")) {
      reader.start();
      await().untilAsserted(() -> assertThat(seen).containsExactly("a"));
      await().until(() -> reader.lag() == 0);
    }
    for (int start = 0; start < 2; start++) {
      try (var reader =
          new TopicReader(
              new ReaderSettings(
                  engines.bootstrapServers(),
                  "restored",
                  "rs.restored",
                  "1",
                  Duration.ofSeconds(1)),
              database(),
              new Poison("poison", engines.producer()),
              r -> seen.add(new String(r.value(), UTF_8)),
              new Incarnation(1))) {
        reader.start();
        await().until(() -> reader.state() instanceof ReaderState.Reading && reader.lag() == 0);
      }
    }
    assertThat(seen).containsExactly("a", "a");
  }

  @Test
  void aReaderWhoseTopicComesLaterWaitsForIt() throws Exception {
    try (var reader = collecting("later")) {
      reader.start();
      await().until(() -> reader.state() instanceof ReaderState.Starting);
      engines.createTopic("later");
      send("later", "k", "a");
      await().untilAsserted(() -> assertThat(seen).containsExactly("a"));
    }
  }

  @Test
  @Proves(1)
  void aRecordThatCannotBeAppliedNowKeepsItsPlace() throws Exception {
    engines.createTopic("busy");
    var down = new AtomicBoolean(true);
    try (var reader =
        reader(
            "busy",
            r -> {
              if (down.get()) {
                throw new ClassCastException("the store is away");
              }
              seen.add(new String(r.value(), UTF_8));
            })) {
      reader.start();
      send("busy", "k", "a");
      send("busy", "k", "b");
      await().until(() -> reader.state() instanceof ReaderState.Retrying r && r.attempts() >= 2);
      down.set(false);
      await().untilAsserted(() -> assertThat(seen).containsExactly("a", "b"));
      await().until(() -> reader.state() instanceof ReaderState.Reading);
    }
  }

  @Test
  @Proves(8)
  void theUnreadableIsPutAsideWithoutItsContentAndItsAggregateIsStale() throws Exception {
    engines.createTopic("garbled");
    try (var reader =
            reader(
                "garbled",
                r -> {
                  String value = new String(r.value(), UTF_8);
                  if (value.startsWith("garbage")) {
                    throw new Unreadable("not-json");
                  }
                  seen.add(value);
                });
        var tail = new TopicTail(engines.bootstrapServers(), "poison")) {
      reader.start();
      send("garbled", "case-1", "garbage about Ana");
      send("garbled", "case-2", "good");
      await().untilAsserted(() -> assertThat(seen).containsExactly("good"));
      assertThat(reader.staleAggregates()).isEqualTo(1);
      assertThat(reader.isStale("case-1")).isTrue();
      assertThat(reader.isStale("case-2")).isFalse();
      var entry = tail.next();
      assertThat(entry.key()).isNull();
      assertThat(entry.value()).isEmpty();
      assertThat(entry.headers())
          .extracting(h -> h.key() + "=" + new String(h.value(), UTF_8))
          .contains("topic=garbled", "reason=not-json", "reader=rs.garbled");
      send("garbled", "case-1", "good again");
      await().until(() -> reader.staleAggregates() == 0);
      assertThat(reader.isStale("case-1")).isFalse();
    }
  }

  @Test
  @Proves(1)
  void aReaderWhoseOffsetsAreGoneStopsUntilTheGapIsAccepted() throws Exception {
    engines.createTopic("offsets");
    send("offsets", "k", "a");
    try (var reader = collecting("offsets")) {
      reader.start();
      await().until(() -> seen.contains("a") && reader.lag() == 0);
    }
    try (var admin = Admin.create(engines.adminSettings())) {
      admin
          .removeMembersFromConsumerGroup(
              "rs.offsets",
              new org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions())
          .all()
          .get();
      admin.deleteConsumerGroups(List.of("rs.offsets")).all().get();
    }
    send("offsets", "k", "b");
    seen.clear();
    try (var reader = collecting("offsets")) {
      reader.start();
      await().until(() -> reader.state().equals(new ReaderState.Stopped("offsets-lost")));
      assertThat(seen).isEmpty();
      assertThat(reader.lag()).as("nobody knows which were read").isEqualTo(2);
      reader.acceptGap();
      await().untilAsserted(() -> assertThat(seen).containsExactly("a", "b"));
    }
  }

  @Test
  @Proves(1)
  void aTopicThatWasMadeAgainStopsItsReader() throws Exception {
    engines.createTopic("again");
    send("again", "k", "a");
    try (var reader = collecting("again")) {
      reader.start();
      await().until(() -> seen.contains("a") && reader.lag() == 0);
    }
    try (var admin = Admin.create(engines.adminSettings())) {
      admin.deleteTopics(List.of("again")).all().get();
      await().until(() -> !admin.listTopics().names().get().contains("again"));
    }
    engines.createTopic("again");
    try (var reader = collecting("again")) {
      reader.start();
      await().until(() -> reader.state().equals(new ReaderState.Stopped("another-topic")));
      reader.acceptGap();
      send("again", "k", "b");
      await().untilAsserted(() -> assertThat(seen).contains("b"));
    }
  }

  @Test
  void aReaderWhosePlaceAnotherTookGoesOnWhenThatOneIsGone() throws Exception {
    engines.createTopic("fenced");
    try (var reader = collecting("fenced")) {
      reader.start();
      send("fenced", "k", "a");
      await().until(() -> seen.contains("a"));
      try (var other = collecting("fenced")) {
        other.start();
        await().until(() -> other.state() instanceof ReaderState.Reading);
      }
      send("fenced", "k", "b");
      await().until(() -> seen.contains("b"));
      await().until(() -> reader.state() instanceof ReaderState.Reading);
    }
  }

  @Test
  @Proves(1)
  void offsetsOutOfRangeStopTheReader() throws Exception {
    engines.createTopic("range");
    send("range", "k", "a");
    try (var reader = collecting("range")) {
      reader.start();
      await().until(() -> seen.contains("a") && reader.lag() == 0);
    }
    try (var admin = Admin.create(engines.adminSettings())) {
      for (int i = 0; i < 5; i++) {
        send("range", "k", "lost" + i);
      }
      engines.deleteRecords(admin, "range");
    }
    try (var reader = collecting("range")) {
      reader.start();
      await().until(() -> reader.state().equals(new ReaderState.Stopped("offsets-out-of-range")));
      assertThat(seen).containsExactly("a");
    }
  }
}
