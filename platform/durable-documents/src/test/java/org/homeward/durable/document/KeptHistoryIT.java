package org.homeward.durable.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.homeward.durable.Engines;
import org.homeward.durable.Tally;
import org.homeward.durable.alarm.AlarmSettings;
import org.homeward.durable.alarm.Alarms;
import org.homeward.durable.command.Check;
import org.homeward.durable.command.Command;
import org.homeward.durable.store.StoreJournal;
import org.homeward.durable.store.WriteSettings;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SecretScan;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left of a document in the store when it has become a tombstone. */
class KeptHistoryIT {

  private static final String STONE = "2026-03";
  private static final int ENTRIES = 20;

  private static Engines engines;
  private final SettableClock clock = SettableClock.at("2026-03-01T22:15:00Z");
  private final String id = UUID.randomUUID().toString();
  private final String name = "Zaboravljenović-" + id;
  private MongoCollection<Document> archive;
  private GuardedDocuments<Tally> documents;
  private Alarms alarms;

  @BeforeAll
  static void start() {
    engines = Engines.store();
  }

  @AfterAll
  static void stop() {
    engines.close();
  }

  @BeforeEach
  void open() {
    MongoDatabase database = engines.client().getDatabase("kept");
    archive = database.getCollection(id + "-history");
    var settings =
        new WriteSettings(Duration.ofSeconds(5), Duration.ofSeconds(1), 1 << 20, 6 << 20, ENTRIES);
    documents =
        new GuardedDocuments<>(
            database, id, Tally.CODEC, DocumentSettings.first(clock).with(settings), List.of());
    documents.prepare();
    var kept =
        new KeptHistory<>(
            documents,
            new HistoryArchive(documents, archive),
            new StoreJournal(database, clock),
            "trial");
    alarms = new Alarms("trial", documents, List.of(kept::keep), AlarmSettings.DEFAULT, List.of());
  }

  private void tells(String document, String... names) {
    documents.create(
        document, Edit.of(Tally.of(names), "ana", "told.v1"), new Command(document, "h"), "");
  }

  private void changes(String document, String fact) {
    documents.change(
        document, read -> Decision.write(Edit.of(read.state().and(fact), "ana", "told.v1"), ""));
  }

  private void becomesATombstone(String document) {
    documents.change(
        document,
        read ->
            Decision.write(
                Edit.of(Tally.of(STONE), "vera", "erased.v1")
                    .withDues(Map.of(KeptHistory.FORGET_DUE, clock.instant())),
                ""));
  }

  private List<SecretScan.Finding> inJournal(String planted) {
    return SecretScan.of(planted).inFiles(engines.storeDirectory());
  }

  private List<SecretScan.Finding> inCollections(String planted) {
    var text = new StringBuilder();
    documents.collection().find().forEach(document -> text.append(document.toJson()));
    archive.find().forEach(document -> text.append(document.toJson()));
    return SecretScan.of(planted).inText("collections", text.toString());
  }

  private void isGoneIn(String document, Duration time) {
    documents.change(
        document,
        read ->
            Decision.write(
                Edit.of(read.state(), "ana")
                    .withDues(Map.of(KeptHistory.GONE_DUE, clock.instant().plus(time))),
                ""));
  }

  @Test
  @Proves(8)
  void documentIsGoneAtItsTimeWithItsHistoryAndMayBeMadeAnew() {
    tells(id, name);
    for (int i = 0; i <= HistoryArchive.STAYS; i++) {
      changes(id, "seen");
    }
    new HistoryArchive(documents, archive).move(id);
    isGoneIn(id, Duration.ofHours(1));
    clock.advance(Duration.ofHours(1).minusMillis(1));
    alarms.ring();
    assertThat(documents.find(id)).isPresent();
    clock.advance(Duration.ofMillis(1));

    alarms.ring();

    assertThat(documents.find(id)).isEmpty();
    assertThat(inCollections(name)).isEmpty();
    documents.put(id, read -> Decision.write(Edit.of(Tally.of("anew"), "ana"), ""));
    assertThat(documents.find(id).orElseThrow().state()).isEqualTo(Tally.of("anew"));
  }

  @Test
  void documentThatGotMoreTimeStaysWhateverAnotherInstanceRemembersOfIt() {
    tells(id, "told");
    isGoneIn(id, Duration.ofHours(1));
    clock.advance(Duration.ofMinutes(30));
    isGoneIn(id, Duration.ofHours(1));
    clock.advance(Duration.ofMinutes(59));

    alarms.ring();

    assertThat(documents.find(id)).isPresent();
  }

  @Test
  @Proves(8)
  void nothingOfATombstoneIsLeftInTheStore() {
    tells(id, name);
    for (int i = 0; i <= HistoryArchive.STAYS; i++) {
      changes(id, "seen");
    }
    new HistoryArchive(documents, archive).move(id);
    changes(id, "seen again");
    changes(id, "and again");
    assertThat(archive.countDocuments()).isPositive();
    becomesATombstone(id);
    assertThat(inCollections(name)).isNotEmpty();
    assertThat(inJournal(name)).isNotEmpty();

    alarms.ring();
    assertThat(inCollections(name)).isEmpty();
    assertThat(archive.countDocuments(Filters.eq("of", id))).isZero();
    alarms.ring();

    assertThat(inJournal(name)).isEmpty();
    Guarded<Tally> stone = documents.find(id).orElseThrow();
    assertThat(stone.state()).isEqualTo(Tally.of(STONE));
    assertThat(stone.dues()).isEmpty();
    assertThat(alarms.ring()).isZero();
  }

  @Test
  @Proves(8)
  void journalIsRewrittenOnceAMinuteAtMostAndNobodyIsForgottenInBetween() {
    tells(id, name);
    becomesATombstone(id);
    alarms.ring();
    alarms.ring();
    assertThat(inJournal(name)).isEmpty();

    String other = UUID.randomUUID().toString();
    String otherName = "Zaboravljenović-" + other;
    tells(other, otherName);
    becomesATombstone(other);
    alarms.ring();
    clock.advance(Duration.ofSeconds(59));
    alarms.ring();
    assertThat(inCollections(otherName)).isEmpty();
    assertThat(inJournal(otherName)).isNotEmpty();

    clock.advance(Duration.ofSeconds(1));
    alarms.ring();
    assertThat(inJournal(otherName)).isEmpty();
  }

  @Test
  @Proves(8)
  @SuppressWarnings("unchecked")
  void whatIsMovedWhileAnotherInstanceErasesItDoesNotComeBack() {
    tells(id, name);
    for (int i = 0; i <= HistoryArchive.STAYS; i++) {
      changes(id, "seen");
    }
    var slow =
        (MongoCollection<Document>)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {MongoCollection.class},
                (_, method, arguments) -> {
                  if (method.getName().equals("insertMany")) {
                    becomesATombstone(id); // after the history was read, before it is written
                    alarms.ring();
                    alarms.ring();
                    assertThat(documents.find(id).orElseThrow().dues()).isEmpty();
                  }
                  return method.invoke(archive, arguments);
                });

    new HistoryArchive(documents, slow).move(id);

    assertThat(inCollections(name)).isEmpty();
  }

  @Test
  void longHistoryIsMovedAndNothingOfItLost() {
    tells(id, name);
    for (int i = 0; i < ENTRIES; i++) {
      changes(id, "seen");
    }

    alarms.ring();

    assertThat(archive.countDocuments(Filters.eq("of", id)))
        .isEqualTo(ENTRIES - HistoryArchive.STAYS);
    assertThat(inCollections(name)).isNotEmpty();
  }

  @Test
  void otherDuesOfTheDocumentStay() {
    tells(id, name);
    var later = clock.instant().plus(Duration.ofDays(30));
    documents.change(
        id,
        read ->
            Decision.write(
                Edit.of(Tally.of(STONE), "vera")
                    .withDues(Map.of(KeptHistory.FORGET_DUE, clock.instant(), "later", later)),
                ""));

    alarms.ring();
    alarms.ring();

    assertThat(documents.find(id).orElseThrow().dues()).isEqualTo(Map.of("later", later));
  }

  @Test
  @Proves(8)
  void hashesOfTheRequestsGoWithWhatTheyTold() {
    var opening = new Command("key-" + id, "hash-of-the-opening-" + id);
    var telling = new Command("further-" + id, "hash-of-the-telling-" + id);
    documents.create(id, Edit.of(Tally.of(name), "ana", "told.v1"), opening, "");
    documents.change(
        id,
        List.of(Check.once(telling)),
        read -> Decision.write(Edit.of(read.state().and("seen"), "ana", "told.v1"), ""));
    becomesATombstone(id);
    assertThat(inCollections(opening.hash())).isNotEmpty();
    assertThat(inCollections(telling.hash())).isNotEmpty();

    alarms.ring();
    alarms.ring();

    for (Command command : List.of(opening, telling)) {
      assertThat(inCollections(command.hash())).isEmpty();
      assertThat(inJournal(command.hash())).isEmpty();
    }
    assertThat(documents.create(id, Edit.of(Tally.of(name), "ana", "told.v1"), opening, ""))
        .isInstanceOfSatisfying(
            WriteOutcome.Repeated.class,
            repeated -> assertThat(repeated.now()).isEqualTo(documents.find(id).orElseThrow()));
  }
}
