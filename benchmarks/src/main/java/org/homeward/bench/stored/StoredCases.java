package org.homeward.bench.stored;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.homeward.local.node.NodePlan;
import org.jspecify.annotations.Nullable;

/**
 * Many released cases, written into the store as the services would have: one that went the whole
 * way is copied, in all five places where it stands, with other ids.
 */
public final class StoredCases implements AutoCloseable {
  private static final int BATCH = 250;

  private final MongoClient client;
  private final MongoCollection<Document> cases;
  private final MongoCollection<Document> alertCopies;
  private final MongoCollection<Document> bridgeCopies;
  private final MongoCollection<Document> notices;
  private final MongoCollection<Document> entries;
  private final Subscribers.LogCopy feed;

  public StoredCases(NodePlan node) {
    client = MongoClients.create(node.storeAddress());
    MongoDatabase alert = client.getDatabase(node.name() + "_alert");
    cases = client.getDatabase(node.name() + "_intake").getCollection("cases");
    alertCopies = alert.getCollection("case-copies");
    bridgeCopies = client.getDatabase(node.name() + "_bridge").getCollection("case-copies");
    notices = alert.getCollection("police-notices");
    entries = alert.getCollection("police-feed");
    feed = new Subscribers.LogCopy(entries);
  }

  public long count() {
    return cases.estimatedDocumentCount();
  }

  /** Copies this case until there are so many. */
  public void growTo(long wanted, String caseId) {
    Document aCase = one(cases, caseId);
    Document inAlert = one(alertCopies, caseId);
    Document inBridge = one(bridgeCopies, caseId);
    Document notice =
        Objects.requireNonNull(
            notices.find(eq("from.subject", "case/" + caseId)).first(), "notice");
    String noticeId = notice.getString("_id");
    Document entry =
        Objects.requireNonNull(entries.find(eq("fields.notice", noticeId)).first(), "entry");
    for (long left = wanted - count(); left > 0; left -= BATCH) {
      var batch = new Batch();
      for (int i = 0; i < Math.min(BATCH, left); i++) {
        String id = UUID.randomUUID().toString();
        String ofNotice = UUID.randomUUID().toString();
        Map<String, String> names =
            Map.of(
                caseId, id, noticeId, ofNotice, String.valueOf(aCase.get("createdBy")), "by-" + id);
        batch.cases.add(renamed(aCase, names).append("changedAt", before(aCase, left - i)));
        batch.alertCopies.add(renamed(inAlert, names));
        batch.bridgeCopies.add(renamed(inBridge, names));
        batch.notices.add(renamed(notice, names));
        batch.entries.add(
            new Subscribers.LogCopy.Entry(
                entry.getString("ref").replace(noticeId, ofNotice),
                renamed(entry.get("fields", Document.class), names)));
      }
      cases.insertMany(batch.cases);
      alertCopies.insertMany(batch.alertCopies);
      bridgeCopies.insertMany(batch.bridgeCopies);
      notices.insertMany(batch.notices);
      feed.append(batch.entries);
    }
  }

  /** Each at a time of its own, as if one had changed after the other. */
  private static Date before(Document aCase, long seconds) {
    return Date.from(aCase.getDate("changedAt").toInstant().minusSeconds(seconds));
  }

  private static final class Batch {
    final List<Document> cases = new ArrayList<>();
    final List<Document> alertCopies = new ArrayList<>();
    final List<Document> bridgeCopies = new ArrayList<>();
    final List<Document> notices = new ArrayList<>();
    final List<Subscribers.LogCopy.Entry> entries = new ArrayList<>();
  }

  private static Document one(MongoCollection<Document> among, String id) {
    return Objects.requireNonNull(among.find(eq("_id", id)).first(), "a document of the case");
  }

  private static Document renamed(Document document, Map<String, String> names) {
    var copy = new Document();
    document.forEach((field, value) -> copy.append(field, renamed(value, names)));
    return copy;
  }

  private static @Nullable Object renamed(@Nullable Object value, Map<String, String> names) {
    return switch (value) {
      case Document d -> renamed(d, names);
      case List<?> several -> {
        List<@Nullable Object> copy = new ArrayList<>();
        several.forEach(one -> copy.add(renamed(one, names)));
        yield copy;
      }
      case String text -> {
        String other = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
          other = other.replace(name.getKey(), name.getValue());
        }
        yield other;
      }
      case null, default -> value;
    };
  }

  @Override
  public void close() {
    client.close();
  }
}
