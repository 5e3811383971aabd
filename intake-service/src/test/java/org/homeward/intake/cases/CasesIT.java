package org.homeward.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.homeward.durable.document.Command;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.ListOrder;
import org.homeward.durable.document.ListWalk;
import org.homeward.durable.document.StoreFailure;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.log.Log;
import org.homeward.frame.store.LogAuditTrail;
import org.homeward.schema.disclosure.AuditEntry;
import org.homeward.schema.disclosure.AuditTrail;
import org.homeward.schema.disclosure.Disclosures;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.disclosure.TransferRules;
import org.homeward.schema.facts.Audience;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.Risk;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.schema.facts.Says;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CasesIT {

  @TempDir private static Path directory;
  private static TrialStore store;

  private final SettableClock clock = SettableClock.at("2026-03-01T22:15:00Z");
  private final TrialCases trial = new TrialCases(store, clock);
  private final GuardedDocuments<KeptCase> cases = trial.documents();
  private final Log audit = trial.audit();
  private final ChangeCase changeCase = changing(state -> true);
  private final List<AuditEntry> looks = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    store = TrialStore.open(directory);
  }

  @AfterAll
  static void stop() {
    store.close();
  }

  private ChangeCase changing(Tellable readers) {
    return trial.changing(readers, (id, command, by, reason) -> {});
  }

  private Guarded<KeptCase> opened(Set<String> notTo) {
    return trial.opened(notTo);
  }

  private static ViewCases.View shown(ViewCases.Look look) {
    return ((ViewCases.Look.Shown) look).view();
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
    assertThat(trial.live(opened.id()).reports().getFirst().report().isHeld()).isTrue();
  }

  @Test
  @Proves(2)
  void aReportThatJoinsTwiceIsOneReport() {
    Guarded<KeptCase> opened = opened(Set.of());
    var further = new ChangeCase.FurtherReport(false, Channel.SMS, List.of(), Says.EMPTY);
    Command command = TrialCases.command();
    var first = TrialCases.joined(changeCase.join(opened.id(), further, command, "ana"));
    var second = TrialCases.joined(changeCase.join(opened.id(), further, command, "ana"));
    assertThat(first).isInstanceOf(ChangeCase.Joined.Taken.class);
    assertThat(second).isEqualTo(first);
    assertThat(trial.live(opened.id()).reports()).hasSize(2);
    var other = new Command(command.id(), "other");
    assertThat(TrialCases.joined(changeCase.join(opened.id(), further, other, "ana")))
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
            opened.id(),
            OptionalLong.empty(),
            TrialCases.command(),
            new CaseCommand.FreezeAll(),
            "ana");
    assertThat(outcome)
        .isInstanceOfSatisfying(
            WriteOutcome.Kept.class,
            kept ->
                assertThat(kept.answer())
                    .isEqualTo(
                        new CaseDecided.Refused(CaseDecided.Refusal.NO_SUCH_CASE, Set.of())));
  }

  @Test
  void whatItsReadersCouldNotBeToldIsNotAccepted() {
    Guarded<KeptCase> opened = opened(Set.of());
    var strict = changing(state -> false);
    var further = new ChangeCase.FurtherReport(false, Channel.SMS, List.of(), Says.EMPTY);
    assertThatThrownBy(() -> strict.join(opened.id(), further, TrialCases.command(), "ana"))
        .isInstanceOf(StoreFailure.TooLarge.class);
    assertThat(
            strict.change(
                opened.id(),
                OptionalLong.empty(),
                TrialCases.command(),
                new CaseCommand.FreezeAll(),
                "ana"))
        .as("a stop is never refused")
        .isInstanceOf(WriteOutcome.Written.class);
  }

  @Test
  @Proves(11)
  void aReportThatItselfSpeaksOfHighRiskIsReviewedWithinTheHour() {
    Guarded<KeptCase> opened = opened(Set.of());
    Says high = Says.builder().risk(Risk.of(RiskLevel.HIGH)).build();
    var further = new ChangeCase.FurtherReport(false, Channel.PHONE, List.of(), high);
    var taken =
        (ChangeCase.Joined.Taken)
            TrialCases.joined(changeCase.join(opened.id(), further, TrialCases.command(), "ana"));
    assertThat(taken.report().report().policeRelease())
        .isInstanceOfSatisfying(
            PoliceRelease.Held.class,
            held ->
                assertThat(held.reviewAt()).isEqualTo(clock.instant().plus(Duration.ofHours(1))));
  }

  @Test
  @Proves({6, 10})
  void listsAreFullOfWhatThePersonMaySeeAndOneLookIsRecordedOfEachPage() {
    clock.advance(Duration.ofDays(365)); // other tests have frozen cases too
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String id = opened(i % 2 == 1 ? Set.of("person:ana") : Set.of()).id();
      changeCase.change(
          id, OptionalLong.empty(), TrialCases.command(), new CaseCommand.FreezeAll(), "vera");
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
}
