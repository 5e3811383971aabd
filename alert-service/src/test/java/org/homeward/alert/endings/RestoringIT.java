package org.homeward.alert.endings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.durable.recovery.Replay.Replayed.DONE;
import static org.homeward.durable.recovery.Replay.Replayed.KNOWN;
import static org.homeward.durable.recovery.Replay.Replayed.MISSING;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.TrialAlert;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.TrialNode.TrialDesk;
import org.homeward.alert.trial.Volunteers;
import org.homeward.durable.recovery.EndsLine;
import org.homeward.durable.recovery.EndsLog;
import org.homeward.durable.recovery.Replay;
import org.homeward.schema.facts.Says;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** What alert-service does again after a restore, and what it keeps back. */
class RestoringIT {

  private static final String FEED = "/api/v1/feeds/police";
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
    await()
        .untilAsserted(
            () ->
                assertThat(node.bean(EndsLog.class).read().lines())
                    .filteredOn(told -> told.subject().equals(desk))
                    .extracting(EndsLine::what)
                    .containsSubsequence("register", "revoke"));
  }

  @Test
  @Proves(6)
  void aKeyThatWasRenewedAfterTheCopyOpensNothingInIt() {
    TrialDesk desk = node.newDesk(false);
    String subject = "desk/" + desk.id();
    EndsLine first = confirmation(subject, 1);
    assertThat(replay.replay(later(first))).as("the same key").isEqualTo(KNOWN);
    TrialDesk other = node.newDesk(false);
    EndsLine others = later(confirmation("desk/" + other.id(), 1));
    var renewedSince = new EndsLine(others.at(), subject, LATER, "confirm", others.codes());
    assertThat(desk.wire().get(FEED).status()).isEqualTo(200);

    assertThat(replay.replay(renewedSince)).isEqualTo(DONE);
    assertThat(replay.replay(renewedSince)).isEqualTo(KNOWN);

    assertThat(desk.wire().get(FEED).status()).isEqualTo(401);
    TrialDesk renewed = node.renewed(other);
    EndsLine second = confirmation("desk/" + other.id(), 2);
    assertThat(second.codes()).as("its key is another").isNotEqualTo(others.codes());
    assertThat(replay.replay(second)).as("it is in this copy").isEqualTo(KNOWN);
    assertThat(renewed.wire().get(FEED).status()).isEqualTo(200);
  }

  private static EndsLine later(EndsLine line) {
    return new EndsLine(line.at(), line.subject(), LATER, line.what(), line.codes());
  }

  /** The n-th confirmation of a key that the log has of a desk. */
  private EndsLine confirmation(String desk, int n) {
    await().until(() -> confirmations(desk).size() == n);
    return confirmations(desk).getLast();
  }

  private List<EndsLine> confirmations(String desk) {
    return node.bean(EndsLog.class).read().lines().stream()
        .filter(line -> line.subject().equals(desk) && line.what().equals("confirm"))
        .toList();
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
