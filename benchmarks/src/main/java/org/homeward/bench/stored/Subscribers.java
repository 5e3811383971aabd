package org.homeward.bench.stored;

import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.Volunteer;
import org.homeward.local.node.NodePlan;
import org.homeward.local.node.Poll;

/**
 * Confirmed subscriptions, written into the store as alert-service would have: one is made through
 * the open door, the others are its document with another id and address, and another number.
 */
public final class Subscribers implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration TICK = Duration.ofMillis(100);
  private static final int BATCH = 500;
  private static final int DOMAINS = 40;

  private final MongoClient client;
  private final MongoCollection<Document> subscriptions;
  private final LogCopy numbers;
  private final Document first;
  private int count = 1;

  public Subscribers(Hotline hotline) {
    confirmOne(hotline);
    NodePlan node = hotline.node();
    client = MongoClients.create(node.storeAddress());
    MongoDatabase alert = client.getDatabase(node.name() + "_alert");
    subscriptions = alert.getCollection("subscriptions");
    numbers = new LogCopy(alert.getCollection("subscription-numbers"));
    Poll.until(PATIENCE, TICK, () -> numbers.head() == 1);
    first = Objects.requireNonNull(subscriptions.find().first(), "a subscription");
  }

  /** Adds until there are so many in all. */
  public void growTo(int wanted) {
    while (count < wanted) {
      List<Document> people = new ArrayList<>();
      List<LogCopy.Entry> entries = new ArrayList<>();
      for (int i = Math.min(BATCH, wanted - count); i > 0; i--) {
        String id = UUID.randomUUID().toString();
        people.add(person(id, ++count));
        entries.add(
            new LogCopy.Entry(
                "subscription/" + id + "/1", new Document("subscription", id).append("joined", 1)));
      }
      subscriptions.insertMany(people);
      numbers.append(entries);
    }
  }

  private Document person(String id, int number) {
    var state = new Document(first.get("state", Document.class));
    state.put("email", "v%d@d%d.bench.invalid".formatted(number, number % DOMAINS));
    var person = new Document(first);
    person.put("_id", id);
    person.put("state", state);
    person.put("createdBy", "subscription/" + id);
    return person;
  }

  private static void confirmOne(Hotline hotline) {
    var volunteer = new Volunteer(hotline, "v1@d1.bench.invalid");
    volunteer.ask("en");
    Poll.until(PATIENCE, TICK, () -> !volunteer.mails().isEmpty());
    String link = Volunteer.confirmation(volunteer.mails().getFirst());
    if (!volunteer.press(link).isSuccess()) {
      throw new IllegalStateException("a subscription was not confirmed");
    }
  }

  @Override
  public void close() {
    client.close();
  }

  /** A log of a service, continued with its own chain of hashes. */
  static final class LogCopy {
    private final MongoCollection<Document> entries;

    LogCopy(MongoCollection<Document> entries) {
      this.entries = entries;
    }

    record Entry(String ref, Document fields) {}

    long head() {
      return newest().getLong("_id");
    }

    void append(List<Entry> more) {
      Document last = newest();
      long n = last.getLong("_id");
      String hash = last.getString("hash");
      List<Document> written = new ArrayList<>();
      for (Entry entry : more) {
        n++;
        hash = Hashes.next(hash, n, entry.ref(), entry.fields());
        written.add(
            new Document("_id", n)
                .append("ref", entry.ref())
                .append("fields", entry.fields())
                .append("hash", hash));
      }
      entries.insertMany(written);
    }

    private Document newest() {
      return Objects.requireNonNull(
          entries.find().sort(descending("_id")).limit(1).first(), "a first entry");
    }
  }
}
