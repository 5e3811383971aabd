package org.homeward.bridge.messages;

import java.time.Clock;
import java.util.UUID;
import org.bson.Document;
import org.homeward.durable.log.Log;
import org.jspecify.annotations.Nullable;

/** Messages that came, in the chain of the service's looks. */
final class MongoMessageAudit implements MessageAudit {

  private final Log audit;
  private final Clock clock;

  MongoMessageAudit(Log audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void came(
      String outcome,
      @Nullable String partner,
      @Nullable String handover,
      @Nullable Long seq,
      @Nullable String cause) {
    var fields = new Document("verb", "MESSAGE").append("outcome", outcome);
    put(fields, "partner", partner);
    put(fields, "handover", handover);
    put(fields, "seq", seq);
    put(fields, "cause", cause);
    audit.record("message/" + UUID.randomUUID(), fields.append("at", clock.instant().toString()));
  }

  private static void put(Document fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.append(name, value);
    }
  }
}
