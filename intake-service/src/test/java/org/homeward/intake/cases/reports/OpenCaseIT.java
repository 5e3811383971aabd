package org.homeward.intake.cases.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.frame.store.StoreCapacity;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.TrialCases;
import org.homeward.intake.cases.TrialStore;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Risk;
import org.homeward.schema.facts.RiskCriterion;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.schema.facts.Says;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the store is nearly full, a life at stake still finds room in it. */
class OpenCaseIT {

  @TempDir private static Path directory;
  private static TrialStore store;

  private final SettableClock clock = SettableClock.at("2026-03-01T22:15:00Z");
  private final TrialCases trial = new TrialCases(store, clock);
  private final GuardedDocuments<KeptCase> cases = trial.documents();
  private final ChangeCase changeCase =
      trial.changing(state -> true, (id, command, by, with, reason) -> {});
  private final OpenCase openCase = opening(wish -> true);

  @BeforeAll
  static void start() throws IOException {
    store = TrialStore.open(directory);
  }

  @AfterAll
  static void stop() {
    store.close();
  }

  private OpenCase opening(StoreCapacity room) {
    return new OpenCase(cases, state -> true, room, "rs", clock);
  }

  @Test
  void aFullStoreRefusesNewCasesButNeitherDangerNorRepetitionsNorJoins() {
    OpenCase full = opening(work -> work == StoreCapacity.Work.CASE_IN_DANGER);
    var first = first(Risk.of(RiskLevel.LOW));
    Command earlier = TrialCases.command();
    var taken = openCase.open(first, earlier, "ana");
    assertThat(taken).isInstanceOf(WriteOutcome.Written.class);

    Command next = TrialCases.command();
    assertThatThrownBy(() -> full.open(first, next, "ana")).isInstanceOf(StoreCapacity.Full.class);
    assertThat(cases.createdBy(next)).isEmpty();
    assertThat(full.open(first, earlier, "ana")).isInstanceOf(WriteOutcome.Repeated.class);
    for (Risk risk :
        List.of(
            Risk.of(RiskLevel.HIGH), Risk.of(RiskLevel.MEDIUM, RiskCriterion.DANGER_OF_DEATH))) {
      assertThat(full.open(first(risk), TrialCases.command(), "ana"))
          .isInstanceOf(WriteOutcome.Written.class);
    }
    var medium = first(Risk.of(RiskLevel.MEDIUM));
    assertThatThrownBy(() -> full.open(medium, next, "ana")).isInstanceOf(StoreCapacity.Full.class);
    var further = new ChangeCase.FurtherReport(false, Channel.SMS, List.of(), Says.EMPTY);
    String id = ((WriteOutcome.Written<KeptCase, String>) taken).now().id();
    assertThat(
            TrialCases.joined(
                changeCase.join(trial.seen(id, "ana"), further, TrialCases.command())))
        .isInstanceOf(ChangeCase.Joined.Taken.class);
  }

  private static OpenCase.FirstReport first(Risk risk) {
    String child = UUID.randomUUID().toString();
    Says says = Says.builder().children(Map.of(child, ChildFacts.EMPTY)).risk(risk).build();
    return new OpenCase.FirstReport(false, Channel.PHONE, Set.of(), List.of(child), says);
  }
}
