package org.homeward.intake.lifts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.alarm.AlarmSettings;
import org.homeward.durable.alarm.Alarms;
import org.homeward.intake.cases.CaseCommand;
import org.homeward.intake.cases.TrialCases;
import org.homeward.intake.cases.TrialStore;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A partner's brake that nobody answers. */
class RingForBrakeIT {

  @TempDir private static Path directory;
  private static TrialStore store;

  private final SettableClock clock = SettableClock.at("2026-03-01T22:15:00Z");
  private final TrialCases trial = new TrialCases(store, clock);

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
  void ringsAgainAndAgainUntilASupervisorAnswers() {
    String id = trial.opened(Set.of()).id();
    List<String> rung = new ArrayList<>();
    List<AlarmHandler> handlers = List.of(new RingForBrake(trial.documents(), rung::add, clock));
    var alarms = new Alarms("cases", trial.documents(), handlers, AlarmSettings.DEFAULT, List.of());
    alarms.ring();
    assertThat(rung).isEmpty();

    trial.braked(id);
    for (int times = 1; times <= 3; times++) {
      alarms.ring();
      assertThat(rung).as("by then").hasSize(times);
      alarms.ring();
      assertThat(rung).as("not yet").hasSize(times);
      clock.advance(RingForBrake.EVERY);
    }

    trial
        .changing(state -> true, (caseId, command, by, with, reason) -> {})
        .change(
            trial.seen(id, "jelena"),
            OptionalLong.empty(),
            TrialCases.command(),
            new CaseCommand.EndBrake(Map.of("h1", 1L), "called them"));
    clock.advance(Duration.ofHours(1));
    alarms.ring();
    assertThat(rung).hasSize(3);
  }
}
