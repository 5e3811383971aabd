package org.homeward.durable.reader;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.homeward.durable.publication.BrokerAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replays exactly the records that were put aside, for a release that can read them. It works
 * beside the reader, because handlers go by versions.
 */
final class PoisonReplay {

  private static final Logger LOG = LoggerFactory.getLogger(PoisonReplay.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int MAX_POLLS = 50;

  private final ReaderSettings settings;
  private final String poisonTopic;
  private final RecordHandler handler;
  private final StaleAggregates stale;

  PoisonReplay(
      ReaderSettings settings, String poisonTopic, RecordHandler handler, StaleAggregates stale) {
    this.settings = settings;
    this.poisonTopic = poisonTopic;
    this.handler = handler;
    this.stale = stale;
  }

  private record Place(TopicPartition partition, long offset) {}

  /** Safe to repeat: a record that was applied meanwhile changes nothing. */
  Replayed replay() {
    try (Consumer<String, byte[]> consumer = consumer()) {
      int applied = 0;
      int unreadable = 0;
      int failed = 0;
      int gone = 0;
      Set<Place> places = places(consumer);
      for (Place place : places) {
        ConsumerRecord<String, byte[]> found = find(consumer, place).orElse(null);
        if (found == null) {
          gone++;
          continue;
        }
        try {
          handler.read(found);
          stale.readAfterAll(found.key(), found.offset());
          applied++;
        } catch (Unreadable e) {
          unreadable++;
        } catch (RuntimeException e) {
          LOG.warn("a record put aside could not be applied: {}", e.getClass().getName());
          failed++;
        }
      }
      stale.load();
      return new Replayed(places.size(), applied, unreadable, failed, gone, stale.count());
    }
  }

  /** The records of its topic that this group has put aside, as far as they are remembered. */
  private Set<Place> places(Consumer<String, byte[]> consumer) {
    List<TopicPartition> all = new ArrayList<>();
    consumer
        .partitionsFor(poisonTopic)
        .forEach(p -> all.add(new TopicPartition(poisonTopic, p.partition())));
    consumer.assign(all);
    consumer.seekToBeginning(all);
    Map<TopicPartition, Long> ends = consumer.endOffsets(all);
    Set<Place> places = new LinkedHashSet<>();
    while (all.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
      for (ConsumerRecord<String, byte[]> entry : consumer.poll(POLL)) {
        place(entry).ifPresent(places::add);
      }
    }
    return places;
  }

  private Optional<Place> place(ConsumerRecord<String, byte[]> entry) {
    String topic = text(entry, "topic");
    String partition = text(entry, "partition");
    String offset = text(entry, "offset");
    boolean ours = settings.topic().equals(topic) && settings.group().equals(text(entry, "reader"));
    return ours && partition != null && offset != null
        ? Optional.of(
            new Place(
                new TopicPartition(settings.topic(), Integer.parseInt(partition)),
                Long.parseLong(offset)))
        : Optional.empty();
  }

  private static @Nullable String text(ConsumerRecord<String, byte[]> entry, String name) {
    Header header = entry.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), UTF_8);
  }

  /** Empty when its time on the topic is over. */
  private static Optional<ConsumerRecord<String, byte[]>> find(
      Consumer<String, byte[]> consumer, Place place) {
    var only = List.of(place.partition());
    long begin = consumer.beginningOffsets(only).getOrDefault(place.partition(), Long.MAX_VALUE);
    long end = consumer.endOffsets(only).getOrDefault(place.partition(), 0L);
    if (place.offset() < begin || place.offset() >= end) {
      return Optional.empty();
    }
    consumer.assign(only);
    consumer.seek(place.partition(), place.offset());
    for (int i = 0; i < MAX_POLLS; i++) {
      for (ConsumerRecord<String, byte[]> found : consumer.poll(POLL)) {
        return found.offset() == place.offset() ? Optional.of(found) : Optional.empty();
      }
    }
    throw new IllegalStateException("the broker does not answer");
  }

  /** In no group: nobody's place changes. */
  private Consumer<String, byte[]> consumer() {
    return new KafkaConsumer<>(
        BrokerAddress.settings(
            settings.bootstrapServers(),
            Map.of(
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                10_000)),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }
}
