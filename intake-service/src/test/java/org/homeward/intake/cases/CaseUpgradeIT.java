package org.homeward.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.bson.Document;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.alarm.AlarmSettings;
import org.homeward.durable.alarm.Alarms;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.DocumentSettings;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.ListOrder;
import org.homeward.durable.document.ListWalk;
import org.homeward.durable.document.PendingChange;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.publication.EventRecord;
import org.homeward.durable.shape.JsonStateCodec;
import org.homeward.durable.shape.Shapes;
import org.homeward.durable.shape.StateCodec;
import org.homeward.durable.store.StoreConnection;
import org.homeward.durable.store.StoreFailure;
import org.homeward.durable.store.StoreJournal;
import org.homeward.engines.store.EmbeddedStore;
import org.homeward.intake.endings.TrialEndings;
import org.homeward.intake.holds.TrialHolds;
import org.homeward.schema.event.EventCodec;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.json.Json;
import org.homeward.testkit.FreePorts;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SettableClock;
import org.homeward.testkit.asyncapi.AsyncApi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases that an earlier release has stored, and two releases beside each other. */
class CaseUpgradeIT {
  private static final Path STORED = Path.of("src/test/resources/stored/cases-schema-1.json");

  @TempDir private static Path directory;
  private static EmbeddedStore store;
  private static MongoClient client;

  private final SettableClock clock = SettableClock.at("2026-03-02T12:00:00Z");
  private final String name = UUID.randomUUID().toString();
  private final MongoDatabase database = client.getDatabase("rs_intake");
  private final MongoCollection<Document> raw = database.getCollection(name);
  private final Document stored = stored();
  private final GuardedDocuments<KeptCase> cases = with(codec(CaseShapes.ALL));
  private final CaseTopic topic = new CaseTopic(new EventCodec("rs", "intake", Clock.systemUTC()));

  @BeforeAll
  static void start() throws IOException {
    store = EmbeddedStore.open(EmbeddedStore.Settings.of(directory, FreePorts.take()));
    client = StoreConnection.open(store.connectionString());
  }

  @AfterAll
  static void stop() {
    client.close();
    store.close();
  }

  @BeforeEach
  void asTheyWereLeft() {
    for (Object document : stored.values()) {
      raw.insertOne((Document) document);
    }
  }

  @Test
  void areReadInTheNewShapeAndStayAsTheyAre() {
    var live = (Case) cases.find(id("live")).orElseThrow().state();
    String report = live.reports().getFirst().id();

    assertThat(live.tasks())
        .containsExactly(Task.review(report, Instant.parse("2026-03-02T10:15:00Z")));
    assertThat(live.tasks().getFirst().report()).contains(report);
    assertThat(cases.find(id("early")).orElseThrow().state()).isInstanceOf(Case.class);
    assertThat(cases.find(id("stone")).orElseThrow().state()).isInstanceOf(ErasedCase.class);
    assertThat(cases.page("standing", "OPEN", "", 10)).hasSize(2);
    assertThat(raw(id("live"))).isEqualTo(stored.get("live"));
  }

  @Test
  void areListedThoughTheyWereStoredBeforeThereWereLists() {
    var listed =
        new GuardedDocuments<>(
            database,
            name,
            codec(CaseShapes.ALL),
            DocumentSettings.first(clock),
            List.of(),
            CaseList.BY_STANDING);
    listed.prepare();
    for (ListOrder order : ListOrder.values()) {
      assertThat(listed.list(ListWalk.of(order, "OPEN"), 10, _ -> true).documents())
          .containsExactlyInAnyOrder(
              cases.find(id("live")).orElseThrow(), cases.find(id("early")).orElseThrow());
    }
    assertThat(raw(id("stone"))).isEqualTo(stored.get("stone"));
  }

  @Test
  void areWrittenInTheNewShapeByTheirNextWrite() {
    Guarded<KeptCase> before = cases.find(id("live")).orElseThrow();

    var outcome = frozen(cases, id("live"));

    assertThat(outcome).isInstanceOf(WriteOutcome.Written.class);
    Document after = raw(id("live"));
    assertThat(after.getInteger("schema")).isEqualTo(3);
    assertThat(after.getLong("version")).isEqualTo(before.version() + 1);
    Document task = state(after).getList("tasks", Document.class).getFirst();
    assertThat(task).containsOnlyKeys("kind", "about", "since");
    List<Document> history = after.getList("history", Document.class);
    assertThat(history).extracting(entry -> entry.getInteger("schema")).containsExactly(1, 1);
    assertThat(state(history.getLast()))
        .as("what it was, as it stood")
        .isEqualTo(state(stored.get("live", Document.class)));
    assertThat(cases.find(id("live")).orElseThrow().pending())
        .extracting(PendingChange::type)
        .containsExactly("case.reported.v1", "case.frozen.v1");
  }

  @Test
  void areToldAsTheyStand() {
    for (String which : List.of("live", "stone")) {
      EventRecord event = topic.render(cases.find(id(which)).orElseThrow());
      Map<String, String> headers = new HashMap<>();
      event
          .headers()
          .forEach(
              (header, value) -> headers.put(header, new String(value, StandardCharsets.UTF_8)));

      assertThat(AsyncApi.document().problems("rs.cases", event.key(), headers, event.value()))
          .isEmpty();
      assertThat(new String(event.value(), StandardCharsets.UTF_8)).doesNotContain("confided");
    }
  }

  @Test
  void answerTheirAlarms() {
    List<AlarmHandler> handlers = List.of(TrialHolds.reminder(cases, clock));

    assertThat(new Alarms(name, cases, handlers, AlarmSettings.DEFAULT, List.of()).ring())
        .isPositive();

    Document after = raw(id("early"));
    assertThat(state(after).getString("kept")).isEqualTo("CASE");
    assertThat(state(after).getList("tasks", Document.class)).hasSize(1);
    assertThat(after).doesNotContainKey("wakeAt");
  }

  @Test
  void tombstonesAreForgottenAndSayIt() {
    var journal = new StoreJournal(database, clock);
    var history = KeptHistory.in(database, name + "-history", cases, journal, "intake");

    history.keep(id("stone"));
    TrialEndings.forgotten(cases).due(id("stone"));

    Document after = raw(id("stone"));
    assertThat(after.toJson()).doesNotContain("confided", "hash-1");
    assertThat(((ErasedCase) cases.find(id("stone")).orElseThrow().state()).forgotten()).isTrue();
    assertThat(after.getInteger("schema")).isEqualTo(3);
  }

  @Test
  void areWrittenAsBeforeWhileAnInstanceOfTheReleaseBeforeRuns() {
    GuardedDocuments<KeptCase> careful = with(codec(CaseShapes.ALL.writingThePrevious()));
    frozen(cases, id("live")); // by an instance that was started without care

    AlarmHandler reminder = TrialHolds.reminder(careful, clock);
    reminder.due(id("early"));
    reminder.due(id("live"));
    change(careful, id("live"), new CaseCommand.Locate(child(id("live"))));

    for (String which : List.of("early", "live")) {
      Document after = raw(id(which));
      assertThat(after.getInteger("schema")).isEqualTo(2);
      Document task = state(after).getList("tasks", Document.class).getFirst();
      assertThat(task).containsOnlyKeys("kind", "about", "since");
      assertThat(task.getString("about")).isEqualTo("report/" + report(after));
      assertThat(cases.find(id(which))).isEqualTo(careful.find(id(which)));
    }
  }

  @Test
  @Proves(1)
  void areNeitherReadNorWrittenByAReleaseThatIsTooOld() {
    frozen(cases, id("live"));
    Document newer = raw(id("live"));
    var old = new JsonStateCodec<>(Json.mapper(), Map.class, Shapes.FIRST);

    assertThatThrownBy(() -> old.read(state(newer), 3))
        .isInstanceOf(StoreFailure.NewerSchema.class)
        .hasMessageContaining("a newer release has written it. Run that release");
    assertThatThrownBy(() -> with(old).prepare())
        .isInstanceOf(StoreFailure.NewerSchema.class)
        .hasMessageContaining(name + " is stored in schema 3, and this release reads up to 1");
    assertThatThrownBy(() -> with(old).change(id("live"), read -> null))
        .isInstanceOf(StoreFailure.NewerSchema.class);
    assertThat(raw(id("live"))).isEqualTo(newer);
  }

  /** It would know nothing of the kind, and lose it with its next write. */
  @Test
  @Proves(1)
  void thatAreNoSearchAreNotForAReleaseThatKnowsNoKinds() {
    cases.change(id("live"), read -> Decision.write(Edit.of(atRisk(read.state()), "ana"), true));
    Document kept = raw(id("live"));
    assertThat(kept.getInteger("schema")).isEqualTo(3);
    var before = Shapes.of(CaseShapes.ALL.upgrades().getFirst());
    GuardedDocuments<KeptCase> old = with(codec(before));
    GuardedDocuments<KeptCase> careful = with(codec(CaseShapes.ALL.writingThePrevious()));

    assertThatThrownBy(() -> old.find(id("live"))).isInstanceOf(StoreFailure.NewerSchema.class);
    assertThatThrownBy(() -> frozen(careful, id("live")))
        .isInstanceOf(StoreFailure.NewerSchema.class);
    assertThatThrownBy(
            () ->
                careful.change(
                    id("early"),
                    read -> Decision.write(Edit.of(atRisk(read.state()), "ana"), true)))
        .isInstanceOf(StoreFailure.NewerSchema.class);

    assertThat(raw(id("live"))).isEqualTo(kept);
    assertThat(raw(id("early"))).isEqualTo(stored.get("early"));
    var live = (Case) careful.find(id("live")).orElseThrow().state();
    assertThat(live.rulings().kind().is(CaseKind.AT_RISK)).isTrue();
  }

  private static KeptCase atRisk(KeptCase of) {
    return CaseSamples.ofKind(CaseKind.AT_RISK, (Case) of);
  }

  private WriteOutcome<KeptCase, CaseDecision> frozen(
      GuardedDocuments<KeptCase> documents, String id) {
    return change(documents, id, new CaseCommand.FreezeAll());
  }

  private WriteOutcome<KeptCase, CaseDecision> change(
      GuardedDocuments<KeptCase> documents, String id, CaseCommand command) {
    var request = new Command(UUID.randomUUID().toString(), "hash");
    return new ChangeCase(documents, state -> true, (_, _, _, _, _) -> {}, clock)
        .change(
            TrialCases.seen(documents, id, "ana", clock), OptionalLong.empty(), request, command);
  }

  private <S> GuardedDocuments<S> with(StateCodec<S> codec) {
    return new GuardedDocuments<>(database, name, codec, DocumentSettings.first(clock), List.of());
  }

  private static JsonStateCodec<KeptCase> codec(Shapes shapes) {
    return new JsonStateCodec<>(Json.mapper(), KeptCase.class, shapes);
  }

  private Document raw(String id) {
    return raw.find(new Document("_id", id)).first();
  }

  private String id(String which) {
    return stored.get(which, Document.class).getString("_id");
  }

  private static String report(Document document) {
    Document first = state(document).getList("reports", Document.class).getFirst();
    return first.get("report", Document.class).getString("id");
  }

  private String child(String id) {
    return ((Case) cases.find(id).orElseThrow().state()).children().keySet().iterator().next();
  }

  private static Document state(Document document) {
    return document.get("state", Document.class);
  }

  private static Document stored() {
    try {
      return Document.parse(Files.readString(STORED));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
