package org.homeward.intake.endings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.bson.Document;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.alarm.AlarmSettings;
import org.homeward.durable.alarm.Alarms;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.PendingChange;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.log.Log;
import org.homeward.durable.recovery.EndsLine;
import org.homeward.durable.recovery.Replay;
import org.homeward.durable.store.Incarnation;
import org.homeward.durable.store.StoreJournal;
import org.homeward.face.access.Role;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.CaseCommand;
import org.homeward.intake.cases.CaseDecision;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.ErasedCase;
import org.homeward.intake.cases.ErasureTrail;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.TrialCases;
import org.homeward.intake.cases.TrialStore;
import org.homeward.intake.rulings.EraseReason;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An erasure is recorded first, and told when the history is gone too. */
class EraseCaseIT {

  @TempDir private static Path directory;
  private static TrialStore store;

  private final SettableClock clock = SettableClock.at("2026-03-01T22:15:00Z");
  private final TrialCases trial = new TrialCases(store, clock);
  private final GuardedDocuments<KeptCase> cases = trial.documents();
  private final Log audit = trial.audit();
  private final ChangeCase changeCase =
      trial.changing(state -> true, new MongoErasureTrail(audit, clock));

  @BeforeAll
  static void start() throws IOException {
    store = TrialStore.open(directory);
  }

  @AfterAll
  static void stop() {
    store.close();
  }

  private WriteOutcome<KeptCase, CaseDecision> erased(ChangeCase by, String id, Command command) {
    if (cases.find(id).orElseThrow().state() instanceof Case) {
      said(by, id, "jelena", Role.SUPERVISOR, TrialCases.command());
    }
    return said(by, id, "vera", Role.DPO, command);
  }

  private WriteOutcome<KeptCase, CaseDecision> said(
      ChangeCase by, String id, String person, Role role, Command command) {
    var erase = new CaseCommand.Erase(EraseReason.COURT_ORDER, Set.of(role));
    return by.change(trial.seen(id, person), OptionalLong.empty(), command, erase);
  }

  @Test
  void whoHasACaseErasedAndWhyStandsInTheChainOnce() {
    audit.prepare();
    long before = audit.head().n();
    String id = trial.opened(Set.of()).id();
    Command command = TrialCases.command();

    erased(changeCase, id, command);
    erased(changeCase, id, command);
    erased(changeCase, id, TrialCases.command());

    assertThat(audit.after(before, 10))
        .singleElement()
        .satisfies(
            entry ->
                assertThat(entry.fields())
                    .containsEntry("subjects", List.of(id))
                    .containsEntry("verb", "ERASE")
                    .containsEntry("by", "vera")
                    .containsEntry("with", "jelena")
                    .containsEntry("reason", "COURT_ORDER"));
    assertThat(audit.firstBroken()).isEqualTo(-1);
  }

  @Test
  void anErasureThatCannotBeRecordedIsNone() {
    String id = trial.opened(Set.of()).id();
    ErasureTrail broken =
        (caseId, command, by, with, reason) -> {
          throw new IllegalStateException("no trail");
        };
    ChangeCase changing = trial.changing(state -> true, broken);
    assertThatThrownBy(() -> erased(changing, id, TrialCases.command())).hasMessage("no trail");
    assertThat(cases.find(id).orElseThrow().state()).isInstanceOf(Case.class);
  }

  @Test
  @Proves(7)
  void thatACaseIsForgottenIsToldWhenItsHistoryIsGoneWhateverDiesBefore() {
    audit.prepare();
    String id = trial.opened(Set.of()).id();
    MongoDatabase database = store.database();
    var journal = new StoreJournal(database, clock);
    var history = KeptHistory.in(database, "case-history", cases, journal, "intake");
    var forgotten = new TellForgotten(cases);
    erased(changeCase, id, TrialCases.command());

    forgotten.due(id);
    assertThat(stone(id).forgotten()).as("its history is still there").isFalse();
    assertThat(stored(id)).contains("confided");

    history.keep(id); // and dies
    assertThat(stored(id)).doesNotContain("confided");
    assertThat(stone(id).forgotten()).isFalse();

    List<AlarmHandler> handlers = List.of(history::keep, forgotten);
    var alarms = new Alarms("cases", cases, handlers, AlarmSettings.DEFAULT, List.of());
    clock.advance(Duration.ofMinutes(2));
    alarms.ring();
    alarms.ring();
    assertThat(stone(id).forgotten()).isTrue();
    Guarded<KeptCase> told = cases.find(id).orElseThrow();
    assertThat(told.pending())
        .extracting(PendingChange::type)
        .containsExactly("case.reported.v1", "case.erased.v1", "case.forgotten.v1");
    assertThat(told.dues()).isEmpty();
    forgotten.due(id);
    assertThat(cases.find(id).orElseThrow().version()).isEqualTo(told.version());
  }

  @Test
  @Proves(6)
  void anEarlierCopyIsKeptAgainFromThoseItDoesNotKnow() {
    String id = trial.opened(Set.of("person:known")).id();
    String later = "person:later";
    long version = cases.find(id).orElseThrow().version();
    var again = new KeepFromAgain(cases, new Incarnation(1));

    assertThat(again.replay(kept(id, version, "person:lifted")))
        .as("a copy as new as the line knows who was shown it again since")
        .isEqualTo(Replay.Replayed.KNOWN);
    assertThat(again.replay(kept(id, version + 1, later))).isEqualTo(Replay.Replayed.DONE);
    assertThat(again.replay(kept(id, version + 1, later))).isEqualTo(Replay.Replayed.KNOWN);
    Guarded<KeptCase> now = cases.find(id).orElseThrow();
    assertThat(now.state().notTo()).containsExactlyInAnyOrder("person:known", later);
    assertThat(now.pending()).extracting(PendingChange::type).contains("case.amended.v1");
  }

  @Test
  @Proves(6)
  void aTombstoneOfAnEarlierCopyIsKeptFromThemToo() {
    audit.prepare();
    String id = trial.opened(Set.of()).id();
    erased(changeCase, id, TrialCases.command());
    Guarded<KeptCase> before = cases.find(id).orElseThrow();
    var again = new KeepFromAgain(cases, new Incarnation(1));
    EndsLine line = kept(id, before.version() + 1, "person:later");

    assertThat(again.replay(line)).isEqualTo(Replay.Replayed.DONE);
    assertThat(again.replay(line)).isEqualTo(Replay.Replayed.KNOWN);

    assertThat(stone(id).notTo()).containsExactly("person:later");
    assertThat(cases.find(id).orElseThrow().dues()).isEqualTo(before.dues());
  }

  private EndsLine kept(String id, long version, String entry) {
    return new EndsLine(clock.instant(), "case/" + id, version, "kept", Map.of("entry0", entry));
  }

  private ErasedCase stone(String id) {
    return (ErasedCase) cases.find(id).orElseThrow().state();
  }

  private String stored(String id) {
    MongoCollection<Document> raw = store.database().getCollection("cases");
    return String.valueOf(raw.find(Filters.eq("_id", id)).first());
  }
}
