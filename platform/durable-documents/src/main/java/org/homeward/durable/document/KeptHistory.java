package org.homeward.durable.document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.homeward.durable.store.StoreJournal;

/**
 * Moves long histories out of their documents, and erases those of tombstones.
 *
 * <p>The hashes of the requests that wrote a tombstone before go too: the body behind a hash, with
 * a name in it, can be guessed. A request repeated after that is decided once more, on the
 * tombstone.
 *
 * <p>Erased history leaves the collections at once and the embedded store's journal within a
 * minute. It remains in backups until they expire, and on the topics for seven days.
 */
public final class KeptHistory<S> {

  /** The due at which the history of a tombstone is erased. */
  public static final String FORGET_DUE = "forget";

  /**
   * The due at which the document itself is deleted with its history, when nobody needs it after
   * its time. It must have held no personal data, because the embedded store's journal keeps it
   * until the next rewrite.
   */
  public static final String GONE_DUE = "gone";

  private static final String JOURNAL_DUE = "rewrite-journal";

  private final GuardedDocuments<S> documents;
  private final HistoryArchive archive;
  private final StoreJournal journal;
  private final String by;

  /**
   * @param by the service, as the one who forgets
   */
  KeptHistory(
      GuardedDocuments<S> documents, HistoryArchive archive, StoreJournal journal, String by) {
    this.documents = documents;
    this.archive = archive;
    this.journal = journal;
    this.by = by;
  }

  /** Of a document whose content is erased now, and which goes itself after this time. */
  public static Map<String, Instant> goneDues(Instant now, Duration kept) {
    return Map.of(FORGET_DUE, now, GONE_DUE, now.plus(kept));
  }

  /**
   * Of documents whose long histories go to one collection of the same database.
   *
   * @param by the service, as the one who forgets
   */
  public static <S> KeptHistory<S> in(
      MongoDatabase database,
      String collection,
      GuardedDocuments<S> documents,
      StoreJournal journal,
      String by) {
    var archive = new HistoryArchive(documents, database.getCollection(collection));
    return new KeptHistory<>(documents, archive, journal, by);
  }

  /** Answers the document's dues about its history, if there are any; safe to repeat. */
  public void keep(String id) {
    Map<String, Instant> dues =
        new TreeMap<>(documents.find(id).map(Guarded::dues).orElse(Map.of()));
    dues.values().removeIf(at -> at.isAfter(documents.clock().instant()));
    Instant journalDue = dues.get(JOURNAL_DUE);
    if (dues.containsKey(GONE_DUE)) {
      takeAway(id);
    } else if (dues.containsKey(FORGET_DUE)) {
      forget(id);
    } else if (journalDue != null) {
      leaveJournal(id, journalDue);
    } else if (dues.containsKey(StoredForm.HISTORY_DUE)) {
      archive.move(id);
      documents.forget(id);
    }
  }

  /**
   * Deletes the document last, so that a crash in between repeats this, unless its time was
   * extended meanwhile.
   */
  private void takeAway(String id) {
    archive.erase(id);
    var now = Date.from(documents.clock().instant());
    documents.collection().deleteOne(and(eq("_id", id), lte("dues." + GONE_DUE, now)));
    documents.forget(id);
  }

  /** Removes the due last, so that a crash in between repeats the erasure. */
  private void forget(String id) {
    erase(id);
    answer(
        id,
        dues -> {
          dues.remove(FORGET_DUE);
          dues.put(JOURNAL_DUE, journal.next()); // upholds 8
        });
  }

  /** Erases once more: a move may have been under way. */
  private void leaveJournal(String id, Instant due) {
    erase(id);
    journal.rewriteOnceSince(due);
    answer(id, dues -> dues.remove(JOURNAL_DUE, due));
  }

  /** Erases the document first, because a concurrent move of its history checks it afterwards. */
  private void erase(String id) {
    documents
        .collection()
        .updateOne(
            eq("_id", id),
            combine(
                StoredForm.anotherWrite(),
                set(StoredForm.FORGOTTEN, true),
                set("history", List.of()),
                set("historyEntries", 0),
                set("historyBytes", 0L),
                set("commands", List.of()), // upholds 8
                unset("createdHash")));
    archive.erase(id);
    documents.forget(id);
  }

  private void answer(String id, Consumer<Map<String, Instant>> change) {
    WriteOutcome.OfChanging<S, Boolean> _ =
        documents.change(
            id,
            read -> {
              Map<String, Instant> dues = new TreeMap<>(read.dues());
              change.accept(dues);
              return Decision.write(Edit.of(read.state(), by).withDues(dues).asEssential(), true);
            });
  }
}
