package org.homeward.durable.document;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.util.List;
import org.bson.Document;

/** The indexes of a collection of guarded documents. */
final class Indexes {

  private Indexes() {}

  /**
   * Safe to repeat.
   *
   * @param askedBy fields of the state by which documents are asked for, in the order of their ids
   */
  static void create(MongoCollection<Document> collection, List<String> askedBy) {
    collection.createIndex(ascending("createdBy"), new IndexOptions().unique(true).sparse(true));
    collection.createIndex(ascending("wakeAt"), new IndexOptions().sparse(true));
    collection.createIndex(ascending(DueTimes.LAST_SET), new IndexOptions().sparse(true));
    collection.createIndex(ascending("publishAt"), new IndexOptions().sparse(true));
    askedBy.forEach(field -> collection.createIndex(ascending("state." + field, "_id")));
  }
}
