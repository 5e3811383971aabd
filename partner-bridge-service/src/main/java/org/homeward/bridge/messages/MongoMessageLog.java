package org.homeward.bridge.messages;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.homeward.durable.document.Incarnation;
import org.homeward.durable.log.Log;
import org.homeward.schema.bridge.MessageType;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.Scope;
import org.jspecify.annotations.Nullable;

/** The chain of messages; what is asked for by handover or by hash is read from its entries. */
final class MongoMessageLog implements MessageLog {

  private static final String NAME = "messages";

  private final Log log;
  private final MongoCollection<Document> entries;

  MongoMessageLog(MongoDatabase database, Incarnation incarnation) {
    log = new Log(database, NAME, incarnation);
    entries = database.getCollection(NAME);
  }

  /** Safe to repeat. */
  void prepare() {
    log.prepare();
    entries.createIndex(Indexes.ascending("fields.handover"));
  }

  @Override
  public void disclosing(RegisterEntry told) {
    var fields =
        new Document("kind", "DISCLOSED")
            .append("handover", told.handover())
            .append("partner", told.partner())
            .append("seq", told.seq())
            .append("type", told.type().name())
            .append("at", told.at().toString())
            .append("fields", told.fields());
    put(fields, "scope", told.scope());
    put(fields, "basis", told.basis());
    put(fields, "leaseUntil", told.leaseUntil());
    log.append("told/" + told.handover() + "/" + told.seq(), fields);
  }

  @Override
  public List<RegisterEntry> register(String handover) {
    return entries
        .find(and(eq("fields.handover", handover), eq("fields.kind", "DISCLOSED")))
        .sort(Sorts.ascending("_id"))
        .map(entry -> disclosed(entry.get("fields", Document.class)))
        .into(new ArrayList<>());
  }

  @Override
  public void answered(String handover, String partner, long seq, String hash, String result) {
    log.append(
        "out/" + handover + "/" + seq,
        new Document("kind", "SENT")
            .append("handover", handover)
            .append("partner", partner)
            .append("seq", seq)
            .append("payload", hash)
            .append("result", result));
  }

  @Override
  public void receipted(String handover, String partner, long seq, String hash, String receipt) {
    log.append(
        incoming(partner, hash),
        new Document("kind", "CAME")
            .append("handover", handover)
            .append("partner", partner)
            .append("seq", seq)
            .append("payload", hash)
            .append("receipt", receipt));
  }

  @Override
  public Optional<String> receipt(String partner, String hash) {
    Document entry = entries.find(eq("ref", incoming(partner, hash))).first();
    return Optional.ofNullable(entry)
        .map(found -> found.get("fields", Document.class).getString("receipt"));
  }

  private static String incoming(String partner, String hash) {
    return "in/" + partner + "/" + hash;
  }

  private static RegisterEntry disclosed(Document fields) {
    String scope = fields.getString("scope");
    String basis = fields.getString("basis");
    String lease = fields.getString("leaseUntil");
    return new RegisterEntry(
        fields.getString("handover"),
        fields.getString("partner"),
        fields.getLong("seq"),
        MessageType.valueOf(fields.getString("type")),
        Instant.parse(fields.getString("at")),
        scope == null ? null : Scope.valueOf(scope),
        fields.getList("fields", String.class),
        basis == null ? null : Basis.valueOf(basis),
        lease == null ? null : Instant.parse(lease));
  }

  private static void put(Document fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.append(name, value.toString());
    }
  }
}
