package org.homeward.durable.store;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal of everything the store was ever told: erased content stands in it until it is
 * rewritten. One for all collections of a database.
 */
public final class StoreJournal {

  private static final Logger LOG = LoggerFactory.getLogger(StoreJournal.class);
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final MongoDatabase database;
  private final Clock clock;
  private Instant last = Instant.EPOCH;

  public StoreJournal(MongoDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The earliest time for a rewrite after an erasure that happens now. */
  public synchronized Instant next() {
    Instant now = clock.instant();
    Instant rested = last.plus(PAUSE);
    return rested.isAfter(now) ? rested : now;
  }

  /** Rewrites it unless that was done at this time or later. */
  public synchronized void rewriteOnceSince(Instant due) {
    if (last.isBefore(due)) {
      Instant now = clock.instant();
      rewrite();
      last = now;
    }
  }

  /**
   * The embedded store rewrites all of its journal, whatever the name. MongoDB keeps one of its own
   * that turns over by itself, and answers that there is no such collection.
   */
  private void rewrite() {
    try {
      database.runCommand(new Document("compact", "no-collection-of-this-name"));
    } catch (MongoCommandException notThisStore) {
      LOG.debug("the store keeps its journal itself: {}", notThisStore.getErrorCodeName());
    }
  }
}
