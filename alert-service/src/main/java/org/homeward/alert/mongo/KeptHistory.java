package org.homeward.alert.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.bson.Document;
import org.homeward.alert.copies.FollowCase;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.HistoryArchive;
import org.homeward.durable.document.Outcome;

/**
 * Moves long histories out of their documents, and erases those of tombstones.
 *
 * <p>What is erased leaves the collections at once. It remains in the store's journal until that is
 * rewritten, in backups until they expire, and on the topics for seven days.
 */
public final class KeptHistory<S> {

  private final GuardedDocuments<S> documents;
  private final MongoCollection<Document> archive;
  private final HistoryArchive mover;

  public KeptHistory(GuardedDocuments<S> documents, MongoCollection<Document> archive) {
    this.documents = documents;
    this.archive = archive;
    this.mover = new HistoryArchive(documents, archive);
  }

  /** Answers the document's dues about its history, if there are any. */
  public void keep(String id) {
    Instant now = documents.clock().instant();
    List<String> due = documents.find(id).map(found -> found.dueAt(now)).orElse(List.of());
    if (due.contains(FollowCase.FORGET_DUE)) {
      forget(id);
    } else {
      mover.moveIfDue(id);
    }
  }

  /** The due goes last, so that a death in between repeats the erasure. */
  private void forget(String id) {
    archive.deleteMany(eq("of", id));
    documents
        .collection()
        .updateOne(
            eq("_id", id),
            combine(set("history", List.of()), set("historyEntries", 0), set("historyBytes", 0L)));
    Outcome<S, Boolean> _ = documents.change(id, OptionalLong.empty(), null, KeptHistory::answered);
  }

  private static <S> Decision<S, Boolean> answered(Guarded<S> read) {
    Map<String, Instant> dues = new TreeMap<>(read.dues());
    dues.remove(FollowCase.FORGET_DUE);
    return Decision.write(Edit.of(read.state(), "alert").withDues(dues).asEssential(), true);
  }
}
