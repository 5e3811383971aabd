package org.homeward.durable.log;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** Entries that were recorded while their log had no key; nothing seals them until then. */
final class WaitingEntries {

  private final MongoCollection<Document> waiting;

  WaitingEntries(MongoCollection<Document> waiting) {
    this.waiting = waiting;
  }

  /** Once per ref. */
  void keep(Log.Entry entry) {
    try {
      waiting.insertOne(new Document("_id", entry.ref()).append("fields", entry.fields()));
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
    }
  }

  List<Log.Entry> all() {
    return waiting
        .find()
        .map(each -> new Log.Entry(each.getString("_id"), each.get("fields", Document.class)))
        .into(new ArrayList<>());
  }

  void entered(String ref) {
    waiting.deleteOne(eq("_id", ref));
  }

  long count() {
    return waiting.countDocuments();
  }
}
