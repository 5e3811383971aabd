package org.homeward.peers.feed;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Upserts the records of a poll in one transaction, then notes that they can be read. */
class FeedListener {
  private final Feed feed;
  private final JsonMapper json;
  private final Shown shown;

  FeedListener(Feed feed, JsonMapper json, Shown shown) {
    this.feed = feed;
    this.json = json;
    this.shown = shown;
  }

  @KafkaListener(topics = "${peer.topic}", groupId = "${peer.topic}", batch = "true")
  void on(List<ConsumerRecord<String, byte[]>> records) {
    List<Feed.Row> rows = records.stream().map(this::row).toList();
    feed.show(rows);
    shown.now(rows.stream().map(Feed.Row::plate).toList());
  }

  private Feed.Row row(ConsumerRecord<String, byte[]> found) {
    JsonNode event = json.readTree(found.value());
    JsonNode says = event.path("report").path("says");
    return new Feed.Row(
        event.path("id").asString(),
        says.path("vehicle").path("plate").asString(),
        says.path("category").asString(),
        says.path("risk").path("level").asString());
  }
}
