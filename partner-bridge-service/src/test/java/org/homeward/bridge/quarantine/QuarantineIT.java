package org.homeward.bridge.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.homeward.bridge.trial.Person;
import org.homeward.bridge.trial.TrialCase;
import org.homeward.bridge.trial.TrialNode;
import org.homeward.bridge.trial.TrialNodes;
import org.homeward.durable.recovery.EndsLine;
import org.homeward.durable.recovery.Replay;
import org.homeward.face.access.Role;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A bridge whose data were restored: signals go, words wait for two people. */
class QuarantineIT {

  private static final String OPEN = "/api/v1/quarantine/open";

  private static final Duration LONGER_THAN_ANY_PAUSE = Duration.ofHours(2);

  private final TrialNode rs = TrialNodes.get().rs();
  private final TrialNode gr = TrialNodes.get().gr();
  private final KeepQuarantine quarantine = rs.context().getBean(KeepQuarantine.class);
  private final Person first = rs.person("first", Role.SUPERVISOR);
  private final Person second = rs.person("second", Role.PARTNER_DESK);

  @AfterEach
  void open() {
    first.post(OPEN, "");
    second.post(OPEN, "");
  }

  @Test
  @Proves(6)
  void wordsWaitForTwoPeopleAndRecallsDoNot() {
    TrialCase trial = TrialCase.of("rs").released();
    rs.tell(trial.id, trial.tell());
    rs.awaitCase(trial.id, 1);
    String offered =
        first.offer(trial, "gr", "LEGITIMATE_INTEREST").json().path("handover").asString();
    gr.awaitStatus(offered, "OFFERED");

    quarantine.begin();
    quarantine.begin();

    assertThat(rs.context().getBean(Replay.class).isQuarantined()).isTrue();
    TrialCase other = TrialCase.of("rs").released();
    rs.tell(other.id, other.tell());
    rs.awaitCase(other.id, 1);
    assertThat(first.offer(other, "gr", "LEGITIMATE_INTEREST").problem()).isEqualTo("quarantined");
    assertThat(gr.desk().move(offered, "acknowledge", "").status()).isEqualTo(200);
    rs.awaitStatus(offered, "ACKNOWLEDGED");
    assertThat(gr.desk().move(offered, "accept", "").status()).isEqualTo(200);
    rs.await(offered, h -> h.path("waitsFor").asString("").equals("quarantined"));

    assertThat(first.post(OPEN, "").json().path("quarantined").asBoolean()).isTrue();
    assertThat(first.post(OPEN, "").problem()).isEqualTo("another-person-needed");
    assertThat(second.post(OPEN, "").json().path("quarantined").asBoolean()).isFalse();
    TrialNodes.get().clock().advance(LONGER_THAN_ANY_PAUSE);
    gr.awaitStatus(offered, "RELEASED");

    quarantine.begin();
    var recalled =
        new EndsLine(
            Clock.systemUTC().instant(),
            "handover/" + offered,
            1,
            "recall",
            Map.of("reason", "MISTAKE", "partner", "gr"));
    Replay replay = rs.context().getBean(Replay.class);
    assertThat(replay.replay(recalled)).isEqualTo(Replay.Replayed.DONE);
    assertThat(replay.replay(recalled)).isEqualTo(Replay.Replayed.KNOWN);
    gr.awaitStatus(offered, "RECALLED");
  }
}
