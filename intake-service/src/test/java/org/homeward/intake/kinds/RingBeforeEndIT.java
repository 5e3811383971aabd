package org.homeward.intake.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.alarm.AlarmSettings;
import org.homeward.durable.alarm.Alarms;
import org.homeward.durable.document.Decision;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.CaseCommand;
import org.homeward.intake.cases.CaseEdit;
import org.homeward.intake.cases.TrialCases;
import org.homeward.intake.cases.TrialStore;
import org.homeward.intake.rulings.KindRuling;
import org.homeward.schema.facts.CaseKind;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A case at risk whose end nobody thinks of. */
class RingBeforeEndIT {

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

  private String atRisk() {
    String id = trial.opened(Set.of()).id();
    Instant now = clock.instant();
    trial
        .documents()
        .change(
            id,
            read -> {
              Case live = (Case) read.state();
              KindRuling kind = KindRuling.opened(CaseKind.AT_RISK, now);
              Case next = live.with(live.rulings().being(kind));
              return Decision.write(CaseEdit.of(next, "ana", now, List.of()), id);
            });
    return id;
  }

  private void decided(String id, CaseCommand wish) {
    trial
        .changing(state -> true, (caseId, command, by, with, reason) -> {})
        .change(trial.seen(id, "jelena"), OptionalLong.empty(), TrialCases.command(), wish);
  }

  private List<String> tasks(String id) {
    return trial.live(id).allTasks().stream().map(task -> task.kind().name()).toList();
  }

  @Test
  @Proves(11)
  void ringsThirtyDaysBeforeAndEachWeekUntilItIsRenewedOrASearch() {
    String id = atRisk();
    List<String> rung = new ArrayList<>();
    List<AlarmHandler> handlers = List.of(new RingBeforeEnd(trial.documents(), rung::add, clock));
    var alarms = new Alarms("cases", trial.documents(), handlers, AlarmSettings.DEFAULT, List.of());
    clock.advance(Duration.ofDays(334));
    alarms.ring();
    assertThat(rung).as("its end is far").isEmpty();
    assertThat(tasks(id)).doesNotContain("RENEW_AT_RISK");

    clock.advance(Duration.ofDays(1));
    for (int times = 1; times <= 6; times++) {
      alarms.ring();
      assertThat(rung).as("by then").hasSize(times);
      assertThat(tasks(id)).contains("RENEW_AT_RISK");
      alarms.ring();
      assertThat(rung).as("not yet").hasSize(times);
      clock.advance(Duration.ofDays(7));
    }
    assertThat(trial.live(id).rulings().kind().is(CaseKind.AT_RISK)).as("past its end").isTrue();

    decided(id, new CaseCommand.RenewAtRisk("he has said it again"));
    assertThat(tasks(id)).doesNotContain("RENEW_AT_RISK");
    alarms.ring();
    assertThat(rung).hasSize(6);
    clock.advance(Duration.ofDays(336));
    alarms.ring();
    assertThat(rung).as("the next year").hasSize(7);

    decided(id, new CaseCommand.GoMissing(null));
    clock.advance(Duration.ofDays(400));
    alarms.ring();
    assertThat(rung).hasSize(7);
    assertThat(tasks(id)).doesNotContain("RENEW_AT_RISK");
  }
}
