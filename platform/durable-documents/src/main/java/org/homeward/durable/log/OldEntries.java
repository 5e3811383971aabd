package org.homeward.durable.log;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Deletes the oldest entries of a log that is only kept for a while. Nobody can check the chain of
 * such a log; it must not be one that proves something.
 */
public final class OldEntries {

  private static final Bson BY_NUMBER = Sorts.ascending("_id");
  private static final Bson NUMBER = Projections.include("_id");

  private final MongoCollection<Document> entries;
  private final String at;

  /**
   * @param field of an entry that holds its time; an entry without it stays
   */
  public OldEntries(MongoDatabase database, String log, String field) {
    this.entries = database.getCollection(log);
    this.at = "fields." + field;
  }

  /**
   * Deletes all before the first one that is as young as this, and at least the newest stays: what
   * is left has no gap.
   */
  public long deleteBefore(Instant time) {
    Document kept =
        entries.find(gte(at, Date.from(time))).projection(NUMBER).sort(BY_NUMBER).limit(1).first();
    if (kept == null) {
      kept = entries.find().projection(NUMBER).sort(Sorts.descending("_id")).limit(1).first();
    }
    return kept == null
        ? 0
        : entries
            .deleteMany(and(gt("_id", 0L), lt("_id", kept.getLong("_id")), exists(at)))
            .getDeletedCount();
  }
}
