package org.homeward.durable.publication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Thread.State;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.homeward.durable.Aggregate;
import org.homeward.durable.Tally;
import org.homeward.durable.TopicTail;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.DocumentSettings;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.Marks;
import org.homeward.durable.log.Log;
import org.homeward.durable.log.LogEntry;
import org.homeward.durable.store.StoreJournal;
import org.homeward.durable.store.WriteSettings;
import org.homeward.testkit.ForkedJvm;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.Test;

/** What every pair of engines must give a publication. */
interface PublicationContract {

  String storeUri();

  String bootstrapServers();

  MongoClient client();

  Producer<String, byte[]> producer();

  /** One partition, so that a test sees one order. */
  default void createTopic(String name) {
    try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(name, Optional.of(1), Optional.empty()))).all().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  static GuardedDocuments<Tally> documents(MongoClient client, String name) {
    return documents(client, name, Clock.systemUTC());
  }

  private static GuardedDocuments<Tally> documents(MongoClient client, String name, Clock clock) {
    return new GuardedDocuments<>(
        client.getDatabase("publication"), name, Tally.CODEC, settings(clock), List.of());
  }

  private static DocumentSettings settings(Clock clock) {
    return DocumentSettings.first(clock)
        .with(
            new WriteSettings(Duration.ofSeconds(5), Duration.ofMillis(300), 99_999, 99_999, 500));
  }

  /** One that works in the background, as services have it. */
  @SafeVarargs
  static Aggregate<Tally> aggregate(MongoClient client, String name, Drain<Tally>... places) {
    var database = client.getDatabase("publication");
    var clock = Clock.systemUTC();
    var home =
        new Aggregate.Home(
            database,
            settings(clock),
            new StoreJournal(database, clock),
            "trial",
            Duration.ofSeconds(1));
    return Aggregate.named(name, Tally.CODEC, home).publishedTo(places).declared();
  }

  /** One that a test drives by hand. */
  @SafeVarargs
  static Publication<Tally> publication(
      String name, GuardedDocuments<Tally> documents, Drain<Tally>... drains) {
    return new Publication<>(
        name, documents, new Lanes<>(), List.of(drains), Duration.ofSeconds(1));
  }

  /** Up to a day ahead: a change is looked for a moment after its write. */
  static List<Marks.Due> unpublished(GuardedDocuments<Tally> documents) {
    return documents.marks().unpublished(documents.clock().instant().plus(Duration.ofDays(1)), 10);
  }

  static EventRecord render(Guarded<Tally> d) {
    return new EventRecord(
        d.id(),
        Map.of("ce_id", (d.id() + "/" + d.version()).getBytes(UTF_8)),
        String.join(",", d.state().facts()).getBytes(UTF_8));
  }

  static String create(GuardedDocuments<Tally> documents, String fact) {
    String id = UUID.randomUUID().toString();
    documents.create(id, Edit.of(Tally.of(fact), "me", "t.made.v1"), new Command(id, "h"), "");
    return id;
  }

  private static void add(GuardedDocuments<Tally> documents, String id, String fact) {
    documents.change(id, d -> Decision.write(Edit.of(d.state().and(fact), "me", "t.grown.v1"), ""));
  }

  @Test
  default void aWriteIsPublishedAtOnceAndLeavesNothingPending() {
    createTopic("at-once");
    var aggregate =
        aggregate(
            client(),
            "at-once",
            new EventTopic("at-once", producer()).drain(PublicationContract::render));
    GuardedDocuments<Tally> documents = aggregate.documents();
    try (var tail = new TopicTail(bootstrapServers(), "at-once")) {
      aggregate.start();
      String id = create(documents, "a");
      assertThat(tail.awaitValueOf(id)).isEqualTo("a");
      await().until(() -> documents.find(id).orElseThrow().pending().isEmpty());
      assertThat(unpublished(documents)).isEmpty();
    } finally {
      aggregate.stop();
    }
  }

  @Test
  @Proves(1)
  default void whatItsWriterLeftIsFoundBySweeping() {
    createTopic("swept");
    var documents = documents(client(), "swept");
    String id = create(documents, "a");
    add(documents, id, "b");
    var publication =
        publication(
            "swept",
            documents,
            new EventTopic("swept", producer()).drain(PublicationContract::render));
    try (var tail = new TopicTail(bootstrapServers(), "swept")) {
      await().until(() -> publication.sweep() == 1);
      assertThat(tail.awaitValueOf(id)).isEqualTo("a,b");
      assertThat(publication.sweep()).isZero();
    }
  }

  @Test
  default void whatAClockThatWasAheadPutOffIsFoundByTheFirstSweep() {
    var ahead = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10));
    String id = create(documents(client(), "ahead", ahead), "a");
    List<String> told = new CopyOnWriteArrayList<>();
    var setRight = documents(client(), "ahead");
    var publication = publication("ahead", setRight, d -> told.add(d.id()));

    assertThat(publication.sweep()).isOne();

    assertThat(told).containsExactly(id);
  }

  @Test
  @Proves(1)
  default void aLaterChangeThatItsWriterLeftIsFoundToo() {
    var documents = documents(client(), "later");
    String id = create(documents, "a");
    var publication = publication("later", documents, d -> {});
    publication.publish(id);
    add(documents, id, "b");
    await().until(() -> publication.sweep() == 1);
    assertThat(documents.find(id).orElseThrow().pending()).isEmpty();
  }

  @Test
  default void ofOneDocumentTheOlderStateIsNeverToldAfterTheNewer() throws InterruptedException {
    var documents = documents(client(), "turns");
    String id = create(documents, "a");
    List<Long> told = new CopyOnWriteArrayList<>();
    var hasRead = new CountDownLatch(1);
    var mayTell = new CountDownLatch(1);
    Drain<Tally> slowAtFirst =
        d -> {
          hasRead.countDown();
          if (d.version() == 1) {
            assertThatNoException().isThrownBy(mayTell::await);
          }
          told.add(d.version());
        };
    var publication = publication("turns", documents, slowAtFirst);
    var first = Thread.ofPlatform().start(() -> publication.publish(id));
    hasRead.await();
    add(documents, id, "b");

    var second = Thread.ofPlatform().start(() -> publication.publish(id));
    await().until(() -> EnumSet.of(State.BLOCKED, State.TERMINATED).contains(second.getState()));
    mayTell.countDown();
    first.join();
    second.join();

    assertThat(told).containsExactly(1L, 2L);
  }

  @Test
  @Proves(1)
  default void aDrainThatFailsLeavesTheChangePending() {
    var documents = documents(client(), "failing");
    String id = create(documents, "a");
    var publication =
        publication(
            "failing",
            documents,
            d -> {
              throw new PublicationFailure(new IllegalStateException());
            });
    assertThatThrownBy(() -> publication.publish(id)).isInstanceOf(PublicationFailure.class);
    assertThat(documents.find(id).orElseThrow().pending()).hasSize(1);
    assertThat(unpublished(documents)).hasSize(1);
  }

  @Test
  default void aDrainThatFailsDoesNotKeepAStopFromTheNext() {
    var documents = documents(client(), "disk-full");
    String id = create(documents, "stop");
    List<String> told = new CopyOnWriteArrayList<>();
    Drain<Tally> full =
        d -> {
          throw new UncheckedIOException(new IOException("No space left on device"));
        };
    Drain<Tally> topic = d -> told.add(d.id());
    var publication = publication("disk-full", documents, full, topic);

    assertThatThrownBy(() -> publication.publish(id)).isInstanceOf(UncheckedIOException.class);

    assertThat(told).containsExactly(id);
    assertThat(documents.find(id).orElseThrow().pending()).hasSize(1);
    var ordered = publication("disk-full", documents, full.then(topic));
    assertThatThrownBy(() -> ordered.publish(id)).isInstanceOf(UncheckedIOException.class);
    assertThat(told).as("what must come after another").hasSize(1);
  }

  @Test
  @Proves(11)
  default void aChangeThatASweepCouldNotPublishIsLateUntilItIsOut() {
    var clock = SettableClock.at("2026-03-01T12:00:00Z");
    var documents = documents(client(), "overdue", clock);
    create(documents, "a");
    var brokerIsAway = new AtomicBoolean(true);
    var publication =
        publication(
            "overdue",
            documents,
            d -> {
              if (brokerIsAway.get()) {
                throw new PublicationFailure(new IllegalStateException());
              }
            });

    assertThatThrownBy(publication::sweep).isInstanceOf(PublicationFailure.class);
    clock.advance(Duration.ofMinutes(2));
    assertThat(publication.overdue()).hasValueSatisfying(late -> assertThat(late).hasMinutes(2));

    brokerIsAway.set(false);
    assertThat(publication.sweep()).isOne();
    assertThat(publication.overdue()).contains(Duration.ZERO);
  }

  @Test
  default void oneDocumentThatCannotBeRenderedDoesNotKeepTheOthersWaiting() {
    var documents = documents(client(), "unrenderable");
    String bad = create(documents, "bad");
    List<String> good = List.of(create(documents, "good"), create(documents, "good"));
    var publication =
        publication(
            "unrenderable",
            documents,
            d -> {
              if (d.state().facts().contains("bad")) {
                throw new IllegalArgumentException("cannot be rendered");
              }
            });
    await()
        .untilAsserted(
            () -> {
              assertThatThrownBy(publication::sweep).isInstanceOf(IllegalArgumentException.class);
              assertThat(good)
                  .allSatisfy(
                      id -> assertThat(documents.find(id).orElseThrow().pending()).isEmpty());
            });
    assertThat(documents.find(bad).orElseThrow().pending()).hasSize(1);
  }

  @Test
  @Proves(1)
  default void aChangeMadeDuringPublicationStaysPending() {
    var documents = documents(client(), "meanwhile");
    String id = create(documents, "a");
    var publication =
        publication("meanwhile", documents, d -> add(documents, id, "b" + d.version()));
    publication.publish(id);
    assertThat(documents.find(id).orElseThrow().pending())
        .extracting(c -> c.type())
        .containsExactly("t.grown.v1");
    assertThat(unpublished(documents)).hasSize(1);
  }

  @Test
  default void aWriteThatIsNobodysNewsLeavesNothingToSweep() {
    var documents = documents(client(), "silent");
    String id = create(documents, "a");
    var publication =
        publication(
            "silent",
            documents,
            d ->
                documents.change(
                    id, read -> Decision.write(Edit.of(read.state().and("b"), "me"), "")));
    publication.publish(id);
    await().until(() -> publication.sweep() == 1);
    assertThat(publication.sweep()).isZero();
    assertThat(unpublished(documents)).isEmpty();
  }

  @Test
  @Proves(2)
  default void aPublisherThatSleptDoesNotEnterAChangeTwiceNorHideANewerOne() {
    createTopic("slept");
    var documents = documents(client(), "slept");
    var log = new Log(client().getDatabase("publication"), "slept-log");
    log.prepare();
    String id = create(documents, "a");
    try (var tail = new TopicTail(bootstrapServers(), "slept");
        var sleeper = ForkedJvm.start(SlowPublisher.class, storeUri(), bootstrapServers(), id)) {
      sleeper.awaitLine("RENDERED"::equals);
      sleeper.suspend();
      add(documents, id, "b");
      var awake =
          publication(
              "slept",
              documents,
              SlowPublisher.drain(log),
              new EventTopic("slept", producer()).drain(PublicationContract::render));
      awake.publish(id);
      assertThat(tail.awaitValueOf(id)).isEqualTo("a,b");
      sleeper.resume();
      sleeper.awaitLine("PUBLISHED"::equals);
      assertThat(tail.awaitValueOf(id)).as("the old record, late").isEqualTo("a");
    }
    assertThat(log.after(0, 10))
        .extracting(LogEntry::ref)
        .containsExactlyInAnyOrder("tally/" + id + "/1", "tally/" + id + "/2");
    assertThat(documents.find(id).orElseThrow().pending()).isEmpty();
  }
}
