package org.homeward.intake.holds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.alarm.AlarmSettings;
import org.homeward.durable.alarm.Alarms;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.intake.cases.CaseCommand;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.TrialCases;
import org.homeward.intake.cases.TrialStore;
import org.homeward.schema.facts.HoldReason;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hold that nobody looks at again. */
class RemindOfHeldIT {

  @TempDir private static Path directory;
  private static TrialStore store;

  private final SettableClock clock = SettableClock.at("2026-03-01T22:15:00Z");
  private final TrialCases trial = new TrialCases(store, clock);
  private final GuardedDocuments<KeptCase> cases = trial.documents();
  private final ChangeCase changeCase =
      trial.changing(state -> true, (id, command, by, with, reason) -> {});

  @BeforeAll
  static void start() throws IOException {
    store = TrialStore.open(directory);
  }

  @AfterAll
  static void stop() {
    store.close();
  }

  @Test
  @Proves(11)
  void aHoldThatNobodyReviewsBecomesATaskByItself() {
    Guarded<KeptCase> opened = trial.opened(Set.of());
    List<AlarmHandler> handlers = List.of(new RemindOfHeld(cases, clock));
    var alarms = new Alarms("cases", cases, handlers, AlarmSettings.DEFAULT, List.of());
    alarms.ring();
    assertThat(trial.live(opened.id()).tasks()).isEmpty();
    clock.advance(Duration.ofHours(12));
    alarms.ring();
    assertThat(trial.live(opened.id()).tasks()).hasSize(1);
    var hold =
        new CaseCommand.Hold(
            trial.live(opened.id()).reports().getFirst().id(), HoldReason.REFUSED, true);
    changeCase.change(
        trial.seen(opened.id(), "jelena"), OptionalLong.empty(), TrialCases.command(), hold);
    assertThat(trial.live(opened.id()).tasks()).isEmpty();
  }
}
