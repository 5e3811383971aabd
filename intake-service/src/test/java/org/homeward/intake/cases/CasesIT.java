package org.homeward.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.ListOrder;
import org.homeward.durable.document.ListWalk;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.log.Log;
import org.homeward.durable.store.StoreFailure;
import org.homeward.frame.store.LogAuditTrail;
import org.homeward.schema.disclosure.AuditEntry;
import org.homeward.schema.disclosure.AuditTrail;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.Risk;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.schema.facts.Says;
import org.homeward.schema.values.Audience;
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

  private ChangeCase changing(ChangeCase.FitsEvent topic) {
    return trial.changing(topic, (id, command, by, with, reason) -> {});
  }

  private Guarded<KeptCase> opened(Set<String> notTo) {
    return trial.opened(notTo);
  }

  private LookAtCase.Seen ana(Guarded<KeptCase> opened) {
    return trial.seen(opened.id(), "ana");
  }

  private Optional<LookAtCase.Seen> look(AuditTrail trail, String id, Viewer viewer) {
    return TrialCases.looking(cases, trail, clock).whole(id, viewer);
  }

  private ViewCases.View shown(String id, Viewer viewer) {
    LookAtCase.Seen seen = look(looks::add, id, viewer).orElseThrow();
    return viewing(looks::add).one(seen).orElseThrow();
  }

  private ViewCases viewing(AuditTrail trail) {
    return new ViewCases(cases, TrialCases.reading(trail, clock));
  }

  private static Viewer viewer(String person, Audience... circles) {
    return new Viewer(person, "operator", EnumSet.copyOf(List.of(circles)), Purpose.CASE_WORK);
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
    var first = TrialCases.joined(changeCase.join(ana(opened), further, command));
    var second = TrialCases.joined(changeCase.join(ana(opened), further, command));
    assertThat(first).isInstanceOf(ChangeCase.Joined.Taken.class);
    assertThat(second).isEqualTo(first);
    assertThat(trial.live(opened.id()).reports()).hasSize(2);
    var other = new Command(command.id(), "other");
    assertThat(TrialCases.joined(changeCase.join(ana(opened), further, other)))
        .isInstanceOf(ChangeCase.Joined.KeyReused.class);
  }

  @Test
  @Proves(10)
  void eachLookIsRecordedAndOneThatCannotBeIsNone() {
    Guarded<KeptCase> opened = opened(Set.of());
    var team = viewer("ana", Audience.CASE_TEAM);
    assertThat(look(looks::add, opened.id(), team)).isPresent();
    assertThat(looks).hasSize(1);
    assertThat(looks.getFirst().subjects()).contains(opened.id());
    AuditTrail broken =
        entry -> {
          throw new IllegalStateException("no trail");
        };
    String kept = opened(Set.of("person:ana")).id();
    for (String id : List.of(opened.id(), kept, UUID.randomUUID().toString())) {
      assertThatThrownBy(() -> look(broken, id, team))
          .isInstanceOf(TeamReading.TrailUnavailable.class);
    }
  }

  @Test
  @Proves({6, 10})
  void aCaseKeptFromAPersonAndAnUnknownIdLeaveTheSameEntry() {
    var ana = viewer("ana", Audience.CASE_TEAM);
    String kept = opened(Set.of("person:ana")).id();
    String unknown = UUID.randomUUID().toString();
    assertThat(look(looks::add, kept, ana)).isEmpty();
    assertThat(look(looks::add, unknown, ana)).isEmpty();
    assertThat(look(looks::add, "no-id", ana)).as("nobody has such an id").isEmpty();
    assertThat(looks).hasSize(2);
    assertThat(looks.getFirst().subjects()).containsExactly(kept);
    assertThat(looks.getLast().subjects()).containsExactly(unknown);
    assertThat(looks).extracting(AuditEntry::verb).containsOnly(AuditEntry.Verb.WITHHELD);
    assertThat(looks).extracting(AuditEntry::reader).containsOnly("ana");
  }

  @Test
  @Proves(10)
  void aLookStandsInTheChainOfThisService() {
    audit.prepare();
    long before = audit.head().n();
    Guarded<KeptCase> opened = opened(Set.of());
    look(new LogAuditTrail(audit), opened.id(), viewer("ana", Audience.CASE_TEAM));
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
    var team = shown(opened.id(), viewer("ana", Audience.CASE_TEAM));
    assertThat(team.facts().childWords()).isNull();
    assertThat(team.reports().getFirst().says().childWords()).isNull();
    var confidant = shown(opened.id(), viewer("mina", Audience.CASE_TEAM, Audience.CONFIDANT));
    assertThat(confidant.facts().childWords()).isNotNull();
  }

  @Test
  @Proves(6)
  void aPersonWhomACaseIsKeptFromDoesNotFindIt() {
    Guarded<KeptCase> opened = opened(Set.of("person:ana"));
    assertThat(look(looks::add, opened.id(), viewer("ana", Audience.CASE_TEAM))).isEmpty();
    assertThat(look(looks::add, opened.id(), viewer("marko", Audience.CASE_TEAM))).isPresent();
  }

  @Test
  @Proves(6)
  void whoeverACaseIsKeptFromAfterTheLookIsNotToldOfVersionOrRepetition() {
    Guarded<KeptCase> opened = opened(Set.of());
    LookAtCase.Seen before = ana(opened);
    Command command = TrialCases.command();
    Command joining = TrialCases.command();
    var further = new ChangeCase.FurtherReport(false, Channel.SMS, List.of(), Says.EMPTY);
    var locate =
        new CaseCommand.Locate(trial.live(opened.id()).children().keySet().iterator().next());
    changeCase.change(before, OptionalLong.empty(), command, locate);
    changeCase.join(before, further, joining);
    cases.change(
        opened.id(),
        read ->
            Decision.write(
                Edit.of(
                    ((Case) read.state())
                        .retold(
                            Set.of("person:ana"),
                            trial.live(opened.id()).children(),
                            trial.live(opened.id()).reports().getFirst(),
                            clock.instant()),
                    "vera"),
                "kept"));

    var gone = new CaseDecision.Refused(CaseDecision.Refusal.NO_SUCH_CASE, Set.of());
    assertThat(
            List.of(
                changeCase.change(before, OptionalLong.empty(), command, locate),
                changeCase.change(before, OptionalLong.of(1), TrialCases.command(), locate)))
        .allSatisfy(
            outcome ->
                assertThat(outcome)
                    .isInstanceOfSatisfying(
                        WriteOutcome.Kept.class,
                        kept -> assertThat(kept.answer()).isEqualTo(gone)));
    assertThat(TrialCases.joined(changeCase.join(before, further, joining)))
        .isEqualTo(new ChangeCase.Joined.Refused(gone));
  }

  @Test
  @Proves(4)
  void aFreezeActsForAPersonWhomTheCaseIsKeptFromAndForNoCaseAtAll() {
    Guarded<KeptCase> opened = opened(Set.of("person:ana"));
    changeCase.freeze(opened.id(), TrialCases.command(), "ana");
    changeCase.freeze(UUID.randomUUID().toString(), TrialCases.command(), "ana");
    assertThat(trial.live(opened.id()).standing()).isEqualTo(Case.Standing.FROZEN);
  }

  @Test
  void whatItsReadersCouldNotBeToldIsNotAccepted() {
    Guarded<KeptCase> opened = opened(Set.of());
    var strict = changing(state -> false);
    var further = new ChangeCase.FurtherReport(false, Channel.SMS, List.of(), Says.EMPTY);
    assertThatThrownBy(() -> strict.join(ana(opened), further, TrialCases.command()))
        .isInstanceOf(StoreFailure.TooLarge.class);
    assertThat(
            strict.change(
                ana(opened),
                OptionalLong.empty(),
                TrialCases.command(),
                new CaseCommand.FreezeAll()))
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
            TrialCases.joined(changeCase.join(ana(opened), further, TrialCases.command()));
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
      changeCase.freeze(id, TrialCases.command(), "vera");
      if (i % 2 == 0) {
        shown.addFirst(id);
      }
      clock.advance(Duration.ofMillis(1));
    }
    ViewCases viewing = viewing(looks::add);
    var ana = viewer("ana", Audience.CASE_TEAM);
    var first = viewing.page(ListWalk.of(ListOrder.CHANGED, "FROZEN"), 2, ana, every -> true);
    assertThat(ids(first)).isEqualTo(shown.subList(0, 2));
    assertThat(looks)
        .singleElement()
        .satisfies(l -> assertThat(l.subjects()).isEqualTo(ids(first)));
    var second = viewing.page(first.next().orElseThrow(), 1, ana, every -> true);
    assertThat(ids(second)).isEqualTo(shown.subList(2, 3));
    assertThat(looks).hasSize(2);
  }

  private static List<String> ids(ViewCases.Page page) {
    return page.views().stream().map(view -> view.state().id()).toList();
  }
}
