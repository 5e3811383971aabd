package org.homeward.durable.reader;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The topic that a reader read at its first start; kept in its own database. */
final class ReaderMarker {

  /**
   * @param topicId Kafka's own id, another one after a topic was deleted and made again
   */
  record Origin(String clusterId, String topicId, int partitions) {}

  private static final String GAPS = "gaps";

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

  /** Under which incarnation of the data the group's offsets were set. */
  int incarnation() {
    Document stored = markers.find(eq("_id", id)).first();
    return stored == null ? 0 : stored.getInteger("incarnation", 0);
  }

  void store(Origin origin, int incarnation) {
    markers.updateOne(
        eq("_id", id),
        combine(told(origin), set("incarnation", incarnation)),
        new UpdateOptions().upsert(true));
  }

  /** Stores it, and lets the other instances know that a person has accepted what was lost. */
  void accept(Origin origin) {
    markers.updateOne(
        eq("_id", id), combine(told(origin), inc(GAPS, 1L)), new UpdateOptions().upsert(true));
  }

  /** How often a gap was accepted here. */
  long gaps() {
    Document stored = markers.find(eq("_id", id)).first();
    Long gaps = stored == null ? null : stored.getLong(GAPS);
    return gaps == null ? 0 : gaps;
  }

  private static Bson told(Origin origin) {
    return combine(
        set("cluster", origin.clusterId()),
        set("topic", origin.topicId()),
        set("partitions", origin.partitions()));
  }
}
