package org.homeward.durable.reader;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The aggregates of which a record was poison, until a newer record of theirs is applied. */
final class StaleAggregates {

  private final MongoCollection<Document> collection;
  private final String topic;
  private final Map<String, Long> poison = new ConcurrentHashMap<>();

  StaleAggregates(MongoDatabase database, String topic) {
    this.collection = database.getCollection("stale");
    this.topic = topic;
  }

  /** From now on this instance knows the marks of the store, whichever instance set them. */
  synchronized void load() {
    Map<String, Long> stored = new HashMap<>();
    collection
        .find(eq("topic", topic))
        .forEach(d -> stored.put(d.getString("key"), d.getLong("offset")));
    poison.putAll(stored);
    poison.keySet().retainAll(stored.keySet());
  }

  /** Everything is read again, perhaps from another broker with other offsets. */
  synchronized void forgetAll() {
    collection.deleteMany(eq("topic", topic));
    poison.clear();
  }

  synchronized void mark(String key, long offset) {
    collection.replaceOne(
        eq("_id", id(key)),
        new Document("_id", id(key))
            .append("topic", topic)
            .append("key", key)
            .append("offset", offset),
        new ReplaceOptions().upsert(true));
    poison.put(key, offset);
  }

  /** A record after the poison carries the aggregate's present state. */
  void applied(String key, long offset) {
    if (poison.getOrDefault(key, Long.MAX_VALUE) < offset) {
      takeOff(key);
    }
  }

  /** The poison record could be read after all; a later one still counts. */
  void readAfterAll(@Nullable String key, long offset) {
    if (key != null && poison.getOrDefault(key, Long.MAX_VALUE) <= offset) {
      takeOff(key);
    }
  }

  private synchronized void takeOff(String key) {
    collection.deleteOne(eq("_id", id(key)));
    poison.remove(key);
  }

  /** As it stands in the store: another instance may have read the record. */
  boolean holds(String key) {
    return collection.find(eq("_id", id(key))).first() != null;
  }

  int count() {
    return poison.size();
  }

  private String id(String key) {
    return topic + "/" + key;
  }
}
