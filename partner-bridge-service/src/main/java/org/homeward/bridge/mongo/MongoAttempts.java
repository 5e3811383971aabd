package org.homeward.bridge.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.homeward.bridge.handovers.Dues;
import org.homeward.bridge.handovers.Exchange;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.messages.Attempts;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.JsonStateCodec;
import org.homeward.durable.document.Shapes;
import org.homeward.schema.json.Json;

/** A mark on the document, beside its versions, as an alarm's claim is. */
public final class MongoAttempts implements Attempts {

  private final MongoCollection<Document> handovers;
  private final JsonStateCodec<Exchange.Outgoing> codec =
      new JsonStateCodec<>(Json.mapper(), Exchange.Outgoing.class, Shapes.FIRST);

  public MongoAttempts(GuardedDocuments<Handover> handovers) {
    this.handovers = handovers.collection();
  }

  @Override
  public void note(Guarded<Handover> read, Exchange.Outgoing later) {
    Instant next = later.next();
    if (next == null) {
      throw new IllegalArgumentException("later has a time");
    }
    Map<String, Instant> dues = new TreeMap<>(read.dues());
    dues.put(Dues.SEND, next);
    handovers.updateOne(
        and(eq("_id", read.id()), eq("version", read.version())),
        combine(
            set("state.exchange.outgoing", codec.write(later)),
            set("dues." + Dues.SEND, Date.from(next)),
            set("wakeAt", Date.from(Collections.min(dues.values())))));
  }
}
