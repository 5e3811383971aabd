package org.homeward.alert.endings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.durable.recovery.Replay.Replayed.DONE;
import static org.homeward.durable.recovery.Replay.Replayed.KNOWN;
import static org.homeward.durable.recovery.Replay.Replayed.MISSING;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.TrialAlert;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.Volunteers;
import org.homeward.durable.recovery.EndsLine;
import org.homeward.durable.recovery.EndsLog;
import org.homeward.durable.recovery.Replay;
import org.homeward.schema.facts.Says;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** What alert-service does again after a restore, and what it keeps back. */
class RestoringIT {

  private static final long LATER = 1L << 40;

  private final TrialNode node = TrialNode.get();
  private final TrialAlert alerts = new TrialAlert(node);
  private final Replay replay = node.bean(Replay.class);
  private final TrialCase trial = TrialCase.real();
  private final Says says = Facts.says(trial.child, Facts.boy(Facts.NAME, 9));

  private static EndsLine line(String subject, long version, String what) {
    return new EndsLine(Instant.parse("2026-03-01T00:00:00Z"), subject, version, what, Map.of());
  }

  @Test
  @Proves(4)
  void anAlertThatWasCancelledAfterTheCopyIsCancelledAgainAndAStopIsSetAgain() {
    alerts.known(trial.reported(says).released(says));
    String id = alerts.started(alerts.wish(trial, Volunteers.of(node).region));

    assertThat(replay.replay(line("alert/" + id, 1, "issue"))).isEqualTo(KNOWN);
    assertThat(replay.replay(line("alert/" + id, LATER, "cancel"))).isEqualTo(DONE);
    assertThat(replay.replay(line("alert/" + id, LATER, "cancel"))).isEqualTo(KNOWN);
    assertThat(alerts.read(id).path("status").asString()).isEqualTo("CANCELLED");
    assertThat(replay.replay(line("alert/" + UUID.randomUUID(), 1, "issue"))).isEqualTo(MISSING);

    String stop = "stop/case." + trial.id;
    assertThat(replay.replay(line(stop, LATER, "stop"))).isEqualTo(DONE);
    alerts.supervisor.command("/api/v1/stops/case." + trial.id + "/lift", "");
    alerts.authority.command("/api/v1/stops/case." + trial.id + "/lift", "");
    assertThat(replay.replay(line(stop, 1, "stop"))).as("lifted since").isEqualTo(KNOWN);
  }

  @Test
  void aKeyThatWasRevokedStaysSoAndEveryRevocationIsInTheLog() {
    Answer made =
        node.admin()
            .command(
                "/api/v1/desks",
                "{\"name\":\"D\",\"jurisdiction\":{\"country\":\"RS\"},\"exercise\":false,\"validDays\":9}");
    String desk = "desk/" + made.json().path("id").asString();

    assertThat(replay.replay(line(desk, 1, "revoke"))).as("renewed since").isEqualTo(KNOWN);
    assertThat(replay.replay(line(desk, LATER, "revoke"))).isEqualTo(DONE);
    assertThat(replay.replay(line(desk, LATER, "revoke"))).isEqualTo(KNOWN);
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(node.bean(EndsLog.class).read().lines())
                    .filteredOn(told -> told.subject().equals(desk))
                    .extracting(EndsLine::what)
                    .containsSubsequence("register", "revoke"));
  }

  @Test
  @Proves(4)
  void aRestoredNodeIsStoppedUntilTwoPeopleLiftThat() {
    replay.quarantine();
    replay.quarantine();

    assertThat(replay.isQuarantined()).isTrue();
    alerts.supervisor.command("/api/v1/stops/node/lift", "");
    assertThat(replay.isQuarantined()).isTrue();
    alerts.authority.command("/api/v1/stops/node/lift", "");
    assertThat(replay.isQuarantined()).isFalse();
  }
}
