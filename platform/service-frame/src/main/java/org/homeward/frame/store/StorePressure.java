package org.homeward.frame.store;

import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.Document;

/**
 * The fill level of the store from its last answer: the embedded store keeps documents in memory
 * and reports it; MongoDB does not and always has room.
 */
public final class StorePressure implements CommandListener, StoreCapacity {

  /** The field of an answer: percent of the memory for documents. */
  public static final String FIELD = "storePressure";

  private volatile int percent;

  @Override
  public void commandSucceeded(CommandSucceededEvent event) {
    BsonDocument answer = event.getResponse();
    BsonValue said = answer.get(FIELD);
    percent = said != null && said.isInt32() ? said.asInt32().getValue() : 0;
  }

  @Override
  public boolean has(Work work) {
    return work.fits(percent);
  }

  /** Whether it is the embedded store that answers; asks it. */
  public static boolean isToldBy(MongoDatabase database) {
    return database.runCommand(new Document("ping", 1)).containsKey(FIELD);
  }

  public int percent() {
    return percent;
  }
}
