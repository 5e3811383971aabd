package org.homeward.durable.document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pullByFilter;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/**
 * Moves the older history of a document with many writes into its own collection. The newest
 * entries stay, because a writer whose reply was lost recognises its write there.
 */
final class HistoryArchive {

  static final int STAYS = 16;

  /** Beyond the newest entry only small ones stay. */
  private static final long STAYS_BYTES = 256 << 10;

  private final MongoCollection<Document> documents;
  private final MongoCollection<Document> archive;

  HistoryArchive(GuardedDocuments<?> documents, MongoCollection<Document> archive) {
    this.documents = documents.collection();
    this.archive = archive;
  }

  /** Copies first and removes afterwards, so that a crash in between leaves an extra copy. */
  void move(String id) {
    Document stored =
        documents
            .find(eq("_id", id))
            .projection(Projections.include("version", "write", "history", "dues", "duesSet"))
            .first();
    if (stored == null) {
      return;
    }
    List<Document> history = stored.getList("history", Document.class, List.of());
    int moved = history.size() - stays(history);
    List<Document> stays = history.subList(moved, history.size());
    copy(id, history.subList(0, moved));
    if (isForgotten(id)) {
      archive.deleteMany(eq("of", id)); // upholds 8
    }
    long version = stored.getLong("version");
    long firstThatStays = stays.isEmpty() ? version : stays.getFirst().getLong("version");
    DueTimes dues = DueTimes.of(stored).without(StoredForm.HISTORY_DUE);
    documents.updateOne(
        and(eq("_id", id), eq("version", version), eq("write", stored.getString("write"))),
        combine(
            pullByFilter(
                new Document(
                    "history", new Document("version", new Document("$lt", firstThatStays)))),
            StoredForm.anotherWrite(),
            set("historyEntries", stays.size()),
            set("historyBytes", stays.stream().mapToLong(StateSize::about).sum()),
            dues.whole(),
            dues.wake()));
  }

  private static int stays(List<Document> history) {
    long bytes = 0;
    int count = 0;
    for (Document entry : history.reversed()) {
      bytes += StateSize.about(entry);
      if (count == STAYS || (count > 0 && bytes > STAYS_BYTES)) {
        return count;
      }
      count++;
    }
    return count;
  }

  void erase(String id) {
    archive.deleteMany(eq("of", id)); // upholds 8
  }

  /**
   * It may have become a tombstone since it was read: its history was erased here before we wrote
   * our copy, perhaps by another instance.
   */
  private boolean isForgotten(String id) {
    return documents.countDocuments(and(eq("_id", id), eq(StoredForm.FORGOTTEN, true))) > 0;
  }

  private void copy(String id, List<Document> history) {
    if (history.isEmpty()) {
      return;
    }
    List<Document> copies = new ArrayList<>(history.size());
    for (Document entry : history) {
      var copy = new Document("_id", id + "/" + entry.getLong("version"));
      copy.putAll(entry);
      copies.add(copy.append("of", id));
    }
    try {
      archive.insertMany(copies, new InsertManyOptions().ordered(false));
    } catch (MongoBulkWriteException e) {
      boolean onlyThereAlready = e.getWriteErrors().stream().allMatch(w -> w.getCode() == 11000);
      if (!onlyThereAlready) {
        throw e;
      }
    }
  }
}
