package org.homeward.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.DocumentCodec;
import org.homeward.durable.Aggregate;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.DocumentSettings;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.shape.JsonStateCodec;
import org.homeward.durable.store.StoreConnection;
import org.homeward.durable.store.StoreJournal;
import org.homeward.engines.store.EmbeddedStore;
import org.homeward.schema.event.EventCodec;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.Json;
import org.homeward.schema.values.Text;
import org.homeward.testkit.FreePorts;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A case that many people call about, and one that is corrected again and again; on a store of its
 * own and beside other classes, because a thousand writes take their time.
 */
@Execution(ExecutionMode.CONCURRENT)
class BusyCaseIT {

  private static final int BEFORE = 20;
  private static final int WRITES = 1_000;
  private static final int JOINS = 150;
  private static final int WORDS = 285;

  /** Of each guarded write, in their order. */
  private static final List<Integer> BYTES = Collections.synchronizedList(new ArrayList<>());

  @TempDir private static Path directory;
  private static EmbeddedStore store;
  private static MongoClient client;

  private final SettableClock clock = SettableClock.at("2026-03-01T22:15:00Z");
  private final MongoDatabase database = client.getDatabase(UUID.randomUUID().toString());
  private final Aggregate<KeptCase> cases =
      Aggregate.named(
              "cases",
              new JsonStateCodec<>(Json.mapper(), KeptCase.class, CaseShapes.ALL),
              new Aggregate.Home(
                  database,
                  DocumentSettings.first(clock),
                  new StoreJournal(database, clock),
                  "intake",
                  Duration.ofSeconds(15)))
          .listed(CaseList.BY_STANDING)
          .declared();
  private final CaseTopic topic = new CaseTopic(new EventCodec("rs", "intake", clock));
  private final ChangeCase changeCase =
      new ChangeCase(cases.documents(), topic, (id, command, by, with, reason) -> {}, clock);

  @BeforeAll
  static void start() throws IOException {
    store = EmbeddedStore.open(EmbeddedStore.Settings.of(directory, FreePorts.take()));
    client = StoreConnection.open(store.connectionString(), new Updates());
  }

  @AfterAll
  static void stop() {
    client.close();
    store.close();
  }

  @BeforeEach
  void prepare() {
    cases.prepare();
  }

  private static final class Updates implements CommandListener {
    @Override
    public void commandStarted(CommandStartedEvent event) {
      if (event.getCommandName().equals("findAndModify")) {
        BsonDocument update = event.getCommand().getDocument("update");
        BYTES.add(size(new RawBsonDocument(update, new BsonDocumentCodec())));
      }
    }
  }

  private static int size(RawBsonDocument document) {
    return document.getByteBuffer().remaining();
  }

  private static Command command() {
    return new Command(UUID.randomUUID().toString(), "hash");
  }

  private static Says saying(int i) {
    String words = "call %04d ".formatted(i);
    return Says.builder()
        .circumstances(new Text("sr", words.repeat(WORDS).substring(0, WORDS)))
        .build();
  }

  private Guarded<KeptCase> opened() {
    String child = UUID.randomUUID().toString();
    Says says = saying(0).with().children(Map.of(child, ChildFacts.EMPTY)).build();
    return TrialCases.opened(cases.documents(), says, child, Set.of(), clock);
  }

  private Guarded<KeptCase> amended(Guarded<KeptCase> now, int i) {
    String report = ((Case) now.state()).reports().getFirst().id();
    var amend =
        new CaseCommand.Amend(
            report,
            (says, children) ->
                Optional.of(says.with().circumstances(saying(i).circumstances()).build()));
    var seen = OptionalLong.of(now.version());
    return ((WriteOutcome.Written<KeptCase, CaseDecision>)
            changeCase.change(ana(now.id()), seen, null, amend))
        .now();
  }

  private LookAtCase.Seen ana(String id) {
    return TrialCases.seen(cases.documents(), id, "ana", clock);
  }

  private void join(String id, int i) {
    var further = new ChangeCase.FurtherReport(false, Channel.SMS, List.of(), saying(i));
    assertThat(changeCase.join(ana(id), further, command()))
        .as("join %s", i)
        .isInstanceOf(WriteOutcome.Written.class);
  }

  private Document raw(String id) {
    return database.getCollection("cases").find(new Document("_id", id)).first();
  }

  private Document state(String id) {
    return raw(id).get("state", Document.class);
  }

  @Test
  @Execution(ExecutionMode.SAME_THREAD)
  void theThousandthWriteOfACaseIsAsSmallAsTheFirst() {
    String id = opened().id();
    for (int i = 1; i <= BEFORE; i++) {
      join(id, i);
    }
    Guarded<KeptCase> now = cases.documents().find(id).orElseThrow();
    BYTES.clear();
    for (int i = 1; i <= WRITES; i++) {
      now = amended(now, i);
      if (i % 100 == 0) {
        cases.alarms().ring();
      }
    }

    assertThat(BYTES).hasSize(WRITES);
    int first = BYTES.getFirst();
    assertThat(BYTES).allMatch(bytes -> bytes <= first * 3 / 2);
    assertThat(first).as("what changed, not the case").isLessThan(bytes(state(id)) / 4);
    long moved = database.getCollection("case-history").countDocuments();
    assertThat(moved).isPositive();
    assertThat(moved + raw(id).getList("history", Document.class).size())
        .as("each write has left what it replaced")
        .isEqualTo(BEFORE + WRITES);
  }

  @Test
  @Execution(ExecutionMode.SAME_THREAD)
  void aHundredAndFiftyReportsJoinOneCaseAndItsHistoryDoesNotRepeatThem() {
    String id = opened().id();
    for (int i = 1; i <= JOINS; i++) {
      join(id, i);
    }

    assertThat(state(id).getList("reports", Document.class)).hasSize(1 + JOINS);
    Document document = raw(id);
    List<Document> history = document.getList("history", Document.class);
    assertThat(history).hasSize(JOINS);
    int first = bytes(history.getFirst());
    assertThat(history).allMatch(entry -> bytes(entry) <= first * 3 / 2);
    assertThat(document.toJson())
        .as("what the first report says stands in the case and nowhere else")
        .containsOnlyOnce(saying(0).circumstances().text());
  }

  private static int bytes(Document document) {
    return size(new RawBsonDocument(document, new DocumentCodec()));
  }
}
