package org.homeward.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.alarm.AlarmSettings;
import org.homeward.durable.alarm.Alarms;
import org.homeward.durable.document.Command;
import org.homeward.durable.document.DocumentSettings;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.JsonStateCodec;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.ListOrder;
import org.homeward.durable.document.ListWalk;
import org.homeward.durable.document.Outcome;
import org.homeward.durable.document.PendingChange;
import org.homeward.durable.document.StoreConnection;
import org.homeward.durable.document.StoreFailure;
import org.homeward.durable.document.StoreJournal;
import org.homeward.durable.log.Log;
import org.homeward.engines.store.EmbeddedStore;
import org.homeward.frame.store.LogAuditTrail;
import org.homeward.frame.store.StoreRoom;
import org.homeward.intake.mongo.LogErasureTrail;
import org.homeward.schema.disclosure.AuditEntry;
import org.homeward.schema.disclosure.AuditTrail;
import org.homeward.schema.disclosure.Disclosures;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.disclosure.TransferRules;
import org.homeward.schema.facts.Audience;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.Risk;
import org.homeward.schema.facts.RiskCriterion;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.schema.facts.Says;
import org.homeward.schema.facts.Text;
import org.homeward.schema.json.Json;
import org.homeward.testkit.FreePorts;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CasesIT {

  @TempDir private static Path directory;
  private static EmbeddedStore store;
  private static MongoClient client;

  private final SettableClock clock = SettableClock.at("2026-03-01T22:15:00Z");
  private final GuardedDocuments<KeptCase> cases = cases();
  private final OpenCase openCase = opening(wish -> true);
  private final Log audit = new Log(client.getDatabase("rs_intake"), "audit");
  private final ChangeCase changeCase = changing(state -> true);
  private final List<AuditEntry> looks = new ArrayList<>();

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

  private GuardedDocuments<KeptCase> cases() {
    var documents =
        new GuardedDocuments<>(
            client.getDatabase("rs_intake"),
            "cases",
            new JsonStateCodec<>(Json.mapper(), KeptCase.class, CaseShapes.ALL),
            DocumentSettings.first(clock),
            List.of(),
            CaseList.BY_STANDING);
    documents.prepare();
    return documents;
  }

  private OpenCase opening(StoreRoom room) {
    return new OpenCase(cases, state -> true, room, "rs", clock);
  }

  private ChangeCase changing(Tellable readers) {
    return new ChangeCase(cases, readers, new LogErasureTrail(audit, clock), clock);
  }

  private static Command command() {
    return new Command(UUID.randomUUID().toString(), "hash");
  }

  private Guarded<KeptCase> opened(Set<String> notTo) {
    String child = UUID.randomUUID().toString();
    Says says =
        Says.builder()
            .children(Map.of(child, ChildFacts.EMPTY))
            .childWords(new Text("sr", "confided"))
            .build();
    var first = new OpenCase.FirstReport(false, Channel.PHONE, notTo, List.of(child), says);
    return ((Outcome.Written<KeptCase, String>) openCase.open(first, command(), "ana")).now();
  }

  private Case live(String id) {
    return (Case) cases.find(id).orElseThrow().state();
  }

  private static ViewCases.View shown(ViewCases.Look look) {
    return ((ViewCases.Look.Shown) look).view();
  }

  private static ChangeCase.Joined joined(Outcome.OfChanging<KeptCase, ChangeCase.Joined> outcome) {
    return switch (outcome) {
      case Outcome.Written<KeptCase, ChangeCase.Joined> written -> written.answer();
      case Outcome.Kept<KeptCase, ChangeCase.Joined> kept -> kept.answer();
      case Outcome.Absent<KeptCase, ChangeCase.Joined> absent -> throw new AssertionError(absent);
    };
  }

  private ViewCases viewing(AuditTrail trail) {
    return new ViewCases(
        cases, new Disclosures(trail, TransferRules.withinNode("rs", "RS"), clock), "rs", "RS");
  }

  private static ViewCases.Viewer viewer(String person, Audience... circles) {
    return new ViewCases.Viewer(
        person, "operator", EnumSet.copyOf(List.of(circles)), Purpose.CASE_WORK);
  }

  @Test
  void aCaseIsReadBackAsItWasStored() {
    Guarded<KeptCase> opened = opened(Set.of("country:TR"));
    assertThat(cases.find(opened.id()).orElseThrow().state()).isEqualTo(opened.state());
    assertThat(live(opened.id()).reports().getFirst().report().isHeld()).isTrue();
  }

  @Test
  void aFullStoreRefusesNewCasesButNeitherDangerNorRepetitionsNorJoins() {
    OpenCase full = opening(wish -> wish == StoreRoom.Wish.CASE_IN_DANGER);
    var first = first(Risk.of(RiskLevel.LOW));
    Command earlier = command();
    var taken = openCase.open(first, earlier, "ana");
    assertThat(taken).isInstanceOf(Outcome.Written.class);

    Command next = command();
    assertThatThrownBy(() -> full.open(first, next, "ana")).isInstanceOf(StoreRoom.Full.class);
    assertThat(cases.isCreatedBy(next)).isFalse();
    assertThat(full.open(first, earlier, "ana")).isInstanceOf(Outcome.Repeated.class);
    for (Risk risk :
        List.of(
            Risk.of(RiskLevel.HIGH), Risk.of(RiskLevel.MEDIUM, RiskCriterion.DANGER_OF_DEATH))) {
      assertThat(full.open(first(risk), command(), "ana")).isInstanceOf(Outcome.Written.class);
    }
    var medium = first(Risk.of(RiskLevel.MEDIUM));
    assertThatThrownBy(() -> full.open(medium, next, "ana")).isInstanceOf(StoreRoom.Full.class);
    var further = new ChangeCase.FurtherReport(false, Channel.SMS, List.of(), Says.EMPTY);
    String id = ((Outcome.Written<KeptCase, String>) taken).now().id();
    assertThat(joined(changeCase.join(id, further, command(), "ana")))
        .isInstanceOf(ChangeCase.Joined.Taken.class);
  }

  private static OpenCase.FirstReport first(Risk risk) {
    String child = UUID.randomUUID().toString();
    Says says = Says.builder().children(Map.of(child, ChildFacts.EMPTY)).risk(risk).build();
    return new OpenCase.FirstReport(false, Channel.PHONE, Set.of(), List.of(child), says);
  }

  @Test
  @Proves(2)
  void aReportThatJoinsTwiceIsOneReport() {
    Guarded<KeptCase> opened = opened(Set.of());
    var further = new ChangeCase.FurtherReport(false, Channel.SMS, List.of(), Says.EMPTY);
    Command command = command();
    var first = joined(changeCase.join(opened.id(), further, command, "ana"));
    var second = joined(changeCase.join(opened.id(), further, command, "ana"));
    assertThat(first).isInstanceOf(ChangeCase.Joined.Taken.class);
    assertThat(second).isEqualTo(first);
    assertThat(live(opened.id()).reports()).hasSize(2);
    var other = new Command(command.id(), "other");
    assertThat(joined(changeCase.join(opened.id(), further, other, "ana")))
        .isInstanceOf(ChangeCase.Joined.KeyReused.class);
  }

  @Test
  @Proves(10)
  void eachLookIsRecordedAndOneThatCannotBeIsNone() {
    Guarded<KeptCase> opened = opened(Set.of());
    var seen = viewing(looks::add).one(opened.id(), viewer("ana", Audience.CASE_TEAM));
    assertThat(seen).isInstanceOf(ViewCases.Look.Shown.class);
    assertThat(looks).hasSize(1);
    assertThat(looks.getFirst().subjects()).contains(opened.id());
    AuditTrail broken =
        entry -> {
          throw new IllegalStateException("no trail");
        };
    assertThatThrownBy(() -> viewing(broken).one(opened.id(), viewer("ana", Audience.CASE_TEAM)))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  @Proves(10)
  void aLookStandsInTheChainOfThisService() {
    audit.prepare();
    long before = audit.head().n();
    Guarded<KeptCase> opened = opened(Set.of());
    viewing(new LogAuditTrail(audit)).one(opened.id(), viewer("ana", Audience.CASE_TEAM));
    assertThat(audit.after(before, 10))
        .singleElement()
        .satisfies(
            entry ->
                assertThat(entry.fields().getList("subjects", String.class)).contains(opened.id()));
    assertThat(audit.firstBroken()).isEqualTo(-1);
  }

  @Test
  @Proves(6)
  void theTeamDoesNotReadWhatAChildConfidedAndAConfidantDoes() {
    Guarded<KeptCase> opened = opened(Set.of());
    var team = viewing(looks::add).one(opened.id(), viewer("ana", Audience.CASE_TEAM));
    assertThat(shown(team).facts().childWords()).isNull();
    assertThat(shown(team).reports().getFirst().says().childWords()).isNull();
    var confidant =
        viewing(looks::add)
            .one(opened.id(), viewer("mina", Audience.CASE_TEAM, Audience.CONFIDANT));
    assertThat(shown(confidant).facts().childWords()).isNotNull();
  }

  @Test
  @Proves(6)
  void aPersonWhomACaseIsKeptFromDoesNotFindIt() {
    Guarded<KeptCase> opened = opened(Set.of("person:ana"));
    assertThat(viewing(looks::add).one(opened.id(), viewer("ana", Audience.CASE_TEAM)))
        .isInstanceOf(ViewCases.Look.Nothing.class);
    assertThat(viewing(looks::add).one(opened.id(), viewer("marko", Audience.CASE_TEAM)))
        .isInstanceOf(ViewCases.Look.Shown.class);
  }

  @Test
  @Proves(6)
  void aPersonWhomACaseIsKeptFromCannotEndItEither() {
    Guarded<KeptCase> opened = opened(Set.of("person:ana"));
    var outcome =
        changeCase.change(
            opened.id(), OptionalLong.empty(), command(), new CaseCommand.FreezeAll(), "ana");
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Kept.class,
            kept ->
                assertThat(kept.answer())
                    .isEqualTo(new Decided.Refused(Decided.Refusal.NO_SUCH_CASE, Set.of())));
  }

  @Test
  void whatItsReadersCouldNotBeToldIsNotAccepted() {
    Guarded<KeptCase> opened = opened(Set.of());
    var strict = changing(state -> false);
    var further = new ChangeCase.FurtherReport(false, Channel.SMS, List.of(), Says.EMPTY);
    assertThatThrownBy(() -> strict.join(opened.id(), further, command(), "ana"))
        .isInstanceOf(StoreFailure.TooLarge.class);
    assertThat(
            strict.change(
                opened.id(), OptionalLong.empty(), command(), new CaseCommand.FreezeAll(), "ana"))
        .as("a stop is never refused")
        .isInstanceOf(Outcome.Written.class);
  }

  @Test
  @Proves(11)
  void aReportThatItselfSpeaksOfHighRiskIsReviewedWithinTheHour() {
    Guarded<KeptCase> opened = opened(Set.of());
    Says high = Says.builder().risk(Risk.of(RiskLevel.HIGH)).build();
    var further = new ChangeCase.FurtherReport(false, Channel.PHONE, List.of(), high);
    var taken =
        (ChangeCase.Joined.Taken) joined(changeCase.join(opened.id(), further, command(), "ana"));
    assertThat(taken.report().report().policeRelease())
        .isInstanceOfSatisfying(
            PoliceRelease.Held.class,
            held ->
                assertThat(held.reviewAt()).isEqualTo(clock.instant().plus(Duration.ofHours(1))));
  }

  @Test
  @Proves(11)
  void aHoldThatNobodyReviewsBecomesATaskByItself() {
    Guarded<KeptCase> opened = opened(Set.of());
    Alarms alarms = answeredBy(new RemindOfHeld(cases, clock)::remind);
    alarms.ring();
    assertThat(live(opened.id()).tasks()).isEmpty();
    clock.advance(Duration.ofHours(12));
    alarms.ring();
    assertThat(live(opened.id()).tasks()).hasSize(1);
    var hold =
        new CaseCommand.Hold(live(opened.id()).reports().getFirst().id(), HoldReason.REFUSED, true);
    changeCase.change(opened.id(), OptionalLong.empty(), command(), hold, "jelena");
    assertThat(live(opened.id()).tasks()).isEmpty();
  }

  @Test
  @Proves({6, 10})
  void listsAreFullOfWhatThePersonMaySeeAndOneLookIsRecordedOfEachPage() {
    clock.advance(Duration.ofDays(365)); // other tests have frozen cases too
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String id = opened(i % 2 == 1 ? Set.of("person:ana") : Set.of()).id();
      changeCase.change(id, OptionalLong.empty(), command(), new CaseCommand.FreezeAll(), "vera");
      if (i % 2 == 0) {
        shown.addFirst(id);
      }
      clock.advance(Duration.ofMillis(1));
    }
    ViewCases viewing = viewing(looks::add);
    var ana = viewer("ana", Audience.CASE_TEAM);
    var first = viewing.page(ListWalk.of(ListOrder.CHANGED, "FROZEN"), 2, ana);
    assertThat(ids(first)).isEqualTo(shown.subList(0, 2));
    assertThat(looks)
        .singleElement()
        .satisfies(l -> assertThat(l.subjects()).isEqualTo(ids(first)));
    var second = viewing.page(first.next().orElseThrow(), 1, ana);
    assertThat(ids(second)).isEqualTo(shown.subList(2, 3));
    assertThat(looks).hasSize(2);
  }

  private static List<String> ids(ViewCases.Page page) {
    return page.views().stream().map(view -> view.state().id()).toList();
  }

  private Alarms answeredBy(AlarmHandler... handlers) {
    return new Alarms("cases", cases, List.of(handlers), AlarmSettings.DEFAULT, List.of());
  }

  private Outcome<KeptCase, Decided> erased(ChangeCase by, String id, Command command) {
    var erase = new CaseCommand.Erase(EraseReason.COURT_ORDER);
    return by.change(id, OptionalLong.empty(), command, erase, "vera");
  }

  @Test
  void whoHasACaseErasedAndWhyStandsInTheChainOnce() {
    audit.prepare();
    long before = audit.head().n();
    String id = opened(Set.of()).id();
    Command command = command();

    erased(changeCase, id, command);
    erased(changeCase, id, command);
    erased(changeCase, id, command());

    assertThat(audit.after(before, 10))
        .singleElement()
        .satisfies(
            entry ->
                assertThat(entry.fields())
                    .containsEntry("subjects", List.of(id))
                    .containsEntry("verb", "ERASE")
                    .containsEntry("by", "vera")
                    .containsEntry("reason", "COURT_ORDER"));
    assertThat(audit.firstBroken()).isEqualTo(-1);
  }

  @Test
  void anErasureThatCannotBeRecordedIsNone() {
    String id = opened(Set.of()).id();
    ErasureTrail broken =
        (caseId, command, by, reason) -> {
          throw new IllegalStateException("no trail");
        };
    var changing = new ChangeCase(cases, state -> true, broken, clock);
    assertThatThrownBy(() -> erased(changing, id, command())).hasMessage("no trail");
    assertThat(cases.find(id).orElseThrow().state()).isInstanceOf(Case.class);
  }

  @Test
  @Proves(7)
  void thatACaseIsForgottenIsToldWhenItsHistoryIsGoneWhateverDiesBefore() {
    audit.prepare();
    String id = opened(Set.of()).id();
    MongoDatabase database = client.getDatabase("rs_intake");
    var journal = new StoreJournal(database, clock);
    var history = KeptHistory.in(database, "case-history", cases, journal, "intake");
    var forgotten = new TellForgotten(cases);
    erased(changeCase, id, command());

    forgotten.tellIfForgotten(id);
    assertThat(stone(id).forgotten()).as("its history is still there").isFalse();
    assertThat(stored(id)).contains("confided");

    history.keep(id); // and dies
    assertThat(stored(id)).doesNotContain("confided");
    assertThat(stone(id).forgotten()).isFalse();

    Alarms alarms = answeredBy(history::keep, forgotten::tellIfForgotten);
    clock.advance(Duration.ofMinutes(2));
    alarms.ring();
    alarms.ring();
    assertThat(stone(id).forgotten()).isTrue();
    Guarded<KeptCase> told = cases.find(id).orElseThrow();
    assertThat(told.pending())
        .extracting(PendingChange::type)
        .containsExactly("case.reported.v1", "case.erased.v1", "case.forgotten.v1");
    assertThat(told.dues()).isEmpty();
    forgotten.tellIfForgotten(id);
    assertThat(cases.find(id).orElseThrow().version()).isEqualTo(told.version());
  }

  private ErasedCase stone(String id) {
    return (ErasedCase) cases.find(id).orElseThrow().state();
  }

  private String stored(String id) {
    MongoCollection<Document> raw = client.getDatabase("rs_intake").getCollection("cases");
    return String.valueOf(raw.find(Filters.eq("_id", id)).first());
  }
}
