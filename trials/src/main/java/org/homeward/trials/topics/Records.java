package org.homeward.trials.topics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads a topic from its beginning; never writes. */
public final class Records {
  private static final Duration POLL = Duration.ofMillis(300);

  private Records() {}

  /** One record, with the type of its event. */
  public record Entry(
      TopicPartition place, long offset, String key, Map<String, String> headers, String value) {

    /** Of its event; empty when it is none. */
    public String type() {
      return headers.getOrDefault("ce_type", "");
    }

    /** May hold facts about a child. */
    @Override
    public String toString() {
      return type() + " at " + place + "/" + offset;
    }
  }

  /** All of them; those of one partition in their order. */
  public static List<Entry> of(String broker, String topic) {
    List<Entry> entries = new ArrayList<>();
    try (var consumer = Topics.consumer(broker)) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        for (var polled : consumer.poll(POLL)) {
          Map<String, String> headers = new HashMap<>();
          polled.headers().forEach(header -> headers.put(header.key(), text(header.value())));
          entries.add(
              new Entry(
                  new TopicPartition(topic, polled.partition()),
                  polled.offset(),
                  text(polled.key()),
                  Map.copyOf(headers),
                  text(polled.value())));
        }
      }
    }
    return entries;
  }

  private static String text(byte @Nullable [] bytes) {
    return bytes == null ? "" : new String(bytes, UTF_8);
  }
}
