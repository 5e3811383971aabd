package org.homeward.durable.kill;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.homeward.durable.Aggregate;
import org.homeward.durable.Tally;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.DocumentSettings;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.SourceVersion;
import org.homeward.durable.log.Log;
import org.homeward.durable.publication.Drain;
import org.homeward.durable.publication.EventRecord;
import org.homeward.durable.publication.EventTopic;
import org.homeward.durable.reader.Poison;
import org.homeward.durable.reader.ReaderSettings;
import org.homeward.durable.reader.TopicReader;
import org.homeward.durable.store.StoreConnection;
import org.homeward.durable.store.StoreJournal;
import org.homeward.durable.store.WriteSettings;

/**
 * A whole service in small: accepts facts, publishes them into a log and a topic, reads the topic
 * back and makes a copy and an effect of each. It kills itself (SIGKILL) at one named place now and
 * then.
 */
final class Worker {

  static final String TOPIC = "facts";

  private final MongoDatabase database;
  private final String suicideAt;
  private final Random random = new Random();
  private final GuardedDocuments<Tally> copies;
  private final GuardedDocuments<Tally> effects;

  private Worker(MongoDatabase database, String suicideAt) {
    this.database = database;
    this.suicideAt = suicideAt;
    copies = documents("copies");
    effects = documents("effects");
  }

  public static void main(String[] arguments) {
    var client = StoreConnection.open(arguments[0]);
    var worker = new Worker(client.getDatabase("kill"), arguments[2]);
    worker.work(arguments[1], Integer.parseInt(arguments[3]));
  }

  private GuardedDocuments<Tally> documents(String name) {
    Aggregate<Tally> aggregate = declare(name).declared();
    aggregate.prepare();
    return aggregate.documents();
  }

  private Aggregate.Declaration<Tally> declare(String name) {
    var clock = Clock.systemUTC();
    var writes =
        new WriteSettings(Duration.ofSeconds(5), Duration.ofMillis(200), 99_999, 99_999, 500);
    var home =
        new Aggregate.Home(
            database,
            DocumentSettings.first(clock).with(writes),
            new StoreJournal(database, clock),
            "trial",
            Duration.ofSeconds(1));
    return Aggregate.named(name, Tally.CODEC, home);
  }

  private void work(String bootstrapServers, int count) {
    var log = new Log(database, "log");
    log.prepare();
    var producer = EventTopic.producer(bootstrapServers);
    var topic = new EventTopic(TOPIC, producer);
    Aggregate<Tally> declared =
        declare("facts")
            .publishedTo(
                mayDie("stored"),
                d ->
                    d.pending()
                        .forEach(
                            c ->
                                log.append(
                                    "fact/" + d.id() + "/" + c.n(), new Document("n", c.n()))),
                mayDie("logged"),
                topic.drain(Worker::render),
                mayDie("published"))
            .declared();
    declared.prepare();
    declared.start();
    GuardedDocuments<Tally> facts = declared.documents();
    var reader =
        new TopicReader(
            new ReaderSettings(bootstrapServers, TOPIC, "rs.kill", "1", Duration.ofMillis(500)),
            database,
            new Poison("poison", producer),
            this::read);
    reader.start();
    System.out.println("WORKING");
    for (int i = 0; i < count; i++) {
      String id = UUID.randomUUID().toString();
      facts.create(id, Edit.of(Tally.of(id), "me", "fact.stated.v1"), new Command(id, id), "");
      System.out.println("ACCEPTED " + id);
      LockSupport.parkNanos(2_000_000);
    }
    while (isUnpublished(facts) || reader.lag() > 0) {
      LockSupport.parkNanos(50_000_000);
    }
    System.out.println("DRAINED");
    LockSupport.park();
  }

  private static boolean isUnpublished(GuardedDocuments<Tally> facts) {
    Instant late = facts.clock().instant().plus(Duration.ofDays(1));
    return !facts.marks().unpublished(late, 1).isEmpty();
  }

  private void read(ConsumerRecord<String, byte[]> received) {
    String id = received.key();
    String fact = new String(received.value(), UTF_8);
    long version = Long.parseLong(new String(received.headers().lastHeader("n").value(), UTF_8));
    var from = new SourceVersion("fact/" + id, version);
    copies.react(id, from, copy -> applied(copy.orElse(null), fact));
    die("between-writes");
    effects.react(id, from, effect -> applied(effect.orElse(null), fact));
    die("before-commit");
  }

  private static Decision<Tally, String> applied(Guarded<Tally> now, String fact) {
    Tally before = now == null ? Tally.of() : now.state();
    return Decision.write(Edit.of(before.and(fact), "reader"), "");
  }

  private static EventRecord render(Guarded<Tally> d) {
    return new EventRecord(
        d.id(),
        Map.of("n", String.valueOf(d.version()).getBytes(UTF_8)),
        d.state().facts().getFirst().getBytes(UTF_8));
  }

  private Drain<Tally> mayDie(String place) {
    return d -> die(place);
  }

  private void die(String place) {
    if (!place.equals(suicideAt) || random.nextInt(25) != 0) {
      return;
    }
    try {
      new ProcessBuilder("kill", "-9", String.valueOf(ProcessHandle.current().pid()))
          .start()
          .waitFor();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
