package org.homeward.durable.document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.max;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import java.time.Duration;
import java.util.function.Function;
import org.bson.Document;
import org.homeward.durable.store.StoreFailure;
import org.jspecify.annotations.Nullable;

/**
 * Writes until the outcome is known: a write whose reply was lost is repeated until it is done,
 * recognised as done, or stale. The driver's own waiting for a server paces the repetition.
 */
final class GuardedWrite {

  private static final FindOneAndUpdateOptions ONLY_WHETHER =
      new FindOneAndUpdateOptions()
          .returnDocument(ReturnDocument.AFTER)
          .projection(Projections.include("version"));

  private final MongoCollection<Document> collection;
  private final Duration deadline;

  GuardedWrite(MongoCollection<Document> collection, Duration deadline) {
    this.collection = collection;
    this.deadline = deadline;
  }

  private interface Attempt<T extends @Nullable Object> {
    /**
     * @param before whether an earlier attempt may have been applied
     */
    T make(boolean before);
  }

  /** True when this write is applied, false when the document is not as it was read. */
  boolean apply(StoredForm.Next<?> next) {
    return repeated(
        before -> {
          Document after = collection.findOneAndUpdate(next.guard(), next.update(), ONLY_WHETHER);
          return after != null || (before && wasApplied(next.result().id(), next.token()));
        });
  }

  /** True when this insert is applied, false when its id or its command exists already. */
  boolean insert(Document fresh) {
    return repeated(
        before -> {
          try {
            collection.insertOne(fresh);
            return true;
          } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getError().getCode())
                != ErrorCategory.DUPLICATE_KEY) {
              throw e;
            }
            return before && wasApplied(fresh.getString("_id"), fresh.getString("write"));
          }
        });
  }

  /** A read; repeated while the store does not answer. */
  <T extends @Nullable Object> T ask(Function<MongoCollection<Document>, T> question) {
    return repeated(before -> question.apply(collection));
  }

  /** Returns when what the document holds is acknowledged by a majority; changes nothing. */
  void confirm(String id) {
    repeated(before -> collection.updateOne(eq("_id", id), max("version", 0L)));
  }

  private boolean wasApplied(String id, String token) {
    var mine = and(eq("_id", id), or(eq("write", token), eq("history.write", token)));
    return collection.updateOne(mine, max("version", 0L)).getMatchedCount() == 1;
  }

  private <T extends @Nullable Object> T repeated(Attempt<T> attempt) {
    long end = System.nanoTime() + deadline.toNanos();
    boolean maybeApplied = false;
    while (true) {
      try {
        return attempt.make(maybeApplied);
      } catch (MongoException e) {
        if (!isTransient(e)) {
          throw e;
        }
        maybeApplied |= !isBeforeAll(e);
        if (System.nanoTime() > end) {
          throw maybeApplied ? new StoreFailure.OutcomeUnknown(e) : new StoreFailure.Unavailable(e);
        }
      }
    }
  }

  /** No connection was there, or it broke during its login: nothing was sent yet. */
  private static boolean isBeforeAll(MongoException e) {
    return e instanceof MongoTimeoutException || e instanceof MongoSecurityException;
  }

  private static boolean isTransient(MongoException e) {
    return isBeforeAll(e)
        || e instanceof MongoSocketException
        || e instanceof MongoNotPrimaryException
        || e instanceof MongoNodeIsRecoveringException
        || e instanceof MongoServerUnavailableException
        || e instanceof MongoWriteConcernException;
  }
}
