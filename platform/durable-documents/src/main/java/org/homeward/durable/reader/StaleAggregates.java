package org.homeward.durable.reader;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;

/** The aggregates of which a record was poison, until a newer record of theirs is applied. */
final class StaleAggregates {

  private final MongoCollection<Document> collection;
  private final String topic;
  private final Set<String> keys = ConcurrentHashMap.newKeySet();

  StaleAggregates(MongoDatabase database, String topic) {
    this.collection = database.getCollection("stale");
    this.topic = topic;
  }

  void load() {
    collection.find(eq("topic", topic)).forEach(d -> keys.add(d.getString("key")));
  }

  void mark(String key, long offset) {
    collection.replaceOne(
        eq("_id", id(key)),
        new Document("_id", id(key))
            .append("topic", topic)
            .append("key", key)
            .append("offset", offset),
        new ReplaceOptions().upsert(true));
    keys.add(key);
  }

  void applied(String key) {
    if (keys.contains(key)) {
      collection.deleteOne(eq("_id", id(key)));
      keys.remove(key);
    }
  }

  int count() {
    return keys.size();
  }

  private String id(String key) {
    return topic + "/" + key;
  }
}
