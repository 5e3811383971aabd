package org.homeward.durable.reader;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Optional;
import org.bson.Document;

/** What a reader read from when it started first; kept in its own database. */
final class ReaderMarker {

  /**
   * @param topicId Kafka's own id, another one after a topic was deleted and made again
   */
  record Origin(String clusterId, String topicId, int partitions) {}

  private final MongoCollection<Document> markers;
  private final String id;

  ReaderMarker(MongoDatabase database, String group, String topic) {
    markers = database.getCollection("markers");
    id = "reader/" + group + "/" + topic;
  }

  Optional<Origin> find() {
    Document stored = markers.find(eq("_id", id)).first();
    return Optional.ofNullable(stored)
        .map(
            d ->
                new Origin(
                    d.getString("cluster"), d.getString("topic"), d.getInteger("partitions")));
  }

  void store(Origin origin) {
    markers.replaceOne(
        eq("_id", id),
        new Document("_id", id)
            .append("cluster", origin.clusterId())
            .append("topic", origin.topicId())
            .append("partitions", origin.partitions()),
        new ReplaceOptions().upsert(true));
  }
}
