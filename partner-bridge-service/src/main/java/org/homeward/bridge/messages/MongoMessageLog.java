package org.homeward.bridge.messages;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.homeward.bridge.partners.PartnerContacts;
import org.homeward.durable.log.Log;
import org.homeward.durable.store.Incarnation;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.Scope;
import org.jspecify.annotations.Nullable;

/** The chain of messages; what is asked for by handover or by hash is read from its entries. */
final class MongoMessageLog implements MessageLog, PartnerContacts {

  private static final String NAME = "messages";
  private static final String PARTNER = "partner";
  private static final String SENT = "SENT";
  private static final String CAME = "CAME";
  private static final String AT = "at";

  private final Log log;
  private final MongoCollection<Document> entries;
  private final Clock clock;

  MongoMessageLog(MongoDatabase database, Incarnation incarnation, Clock clock) {
    this.clock = clock;
    log = new Log(database, NAME, incarnation);
    entries = database.getCollection(NAME);
  }

  /** Safe to repeat. */
  void prepare() {
    log.prepare();
    entries.createIndex(Indexes.ascending("fields.handover"));
    entries.createIndex(
        Indexes.compoundIndex(
            Indexes.ascending("fields." + PARTNER, "fields.kind"), Indexes.descending("_id")));
  }

  @Override
  public void disclosing(RegisterEntry told) {
    var fields =
        new Document("kind", "DISCLOSED")
            .append("handover", told.handover())
            .append(PARTNER, told.partner())
            .append("seq", told.seq())
            .append("type", told.type())
            .append(AT, told.at().toString())
            .append("fields", told.fields());
    put(fields, "scope", told.scope());
    put(fields, "basis", told.basis());
    put(fields, "leaseUntil", told.leaseUntil());
    log.append("told/" + told.handover() + "/" + told.seq(), fields);
  }

  @Override
  public void handing(
      String handover, String partner, String request, @Nullable Basis basis, Instant at) {
    var fields =
        new Document("kind", "DISCLOSED")
            .append("handover", handover)
            .append(PARTNER, partner)
            .append("seq", 0L)
            .append("type", PHOTO)
            .append(AT, at.toString())
            .append("fields", List.of("photos"));
    put(fields, "basis", basis);
    log.append("photo/" + request, fields);
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
        new Document("kind", SENT)
            .append("handover", handover)
            .append(PARTNER, partner)
            .append("seq", seq)
            .append("payload", hash)
            .append("result", result)
            .append(AT, clock.instant().toString()));
  }

  @Override
  public void receipted(String handover, String partner, long seq, String hash, String receipt) {
    log.append(
        incoming(partner, hash),
        new Document("kind", CAME)
            .append("handover", handover)
            .append(PARTNER, partner)
            .append("seq", seq)
            .append("payload", hash)
            .append("receipt", receipt)
            .append(AT, clock.instant().toString()));
  }

  @Override
  public Optional<String> receipt(String partner, String hash) {
    Document entry = entries.find(eq("ref", incoming(partner, hash))).first();
    return Optional.ofNullable(entry)
        .map(found -> found.get("fields", Document.class).getString("receipt"));
  }

  @Override
  public Optional<Instant> heard(String partner) {
    return newest(partner, CAME);
  }

  @Override
  public Optional<Instant> answered(String partner) {
    return newest(partner, SENT);
  }

  /** Entries of an earlier build have no time. */
  private Optional<Instant> newest(String partner, String kind) {
    Document entry =
        entries
            .find(and(eq("fields." + PARTNER, partner), eq("fields.kind", kind)))
            .sort(Sorts.descending("_id"))
            .limit(1)
            .first();
    return Optional.ofNullable(entry)
        .map(found -> found.get("fields", Document.class).getString(AT))
        .map(Instant::parse);
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
        fields.getString("type"),
        Instant.parse(fields.getString(AT)),
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
