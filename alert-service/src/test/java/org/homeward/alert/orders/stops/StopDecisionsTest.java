package org.homeward.alert.orders.stops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.homeward.schema.event.ChangeType;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class StopDecisionsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final StopTarget NODE = StopTarget.node();

  private static StopDecision decide(Stop stop, StopCommand command, Instant now) {
    return StopDecisions.decide(NODE, Optional.ofNullable(stop), command, now);
  }

  private static Stop becomes(Stop stop, StopCommand command, Instant now) {
    return ((StopDecision.Becomes) decide(stop, command, now)).stop();
  }

  private final Stop standing = becomes(null, new StopCommand.Set("ana"), NOW);

  @Test
  @Proves(4)
  void liftTakesTwoPeople() {
    Stop proposed = becomes(standing, new StopCommand.Lift("jelena"), NOW);

    assertThat(proposed).isInstanceOf(Stop.Standing.class);
    assertThat(decide(proposed, new StopCommand.Lift("jelena"), NOW))
        .isEqualTo(new StopDecision.SamePerson());
    assertThat(decide(proposed, new StopCommand.Lift("petar"), NOW))
        .isEqualTo(
            new StopDecision.Becomes(
                new Stop.Lifted(NODE, "jelena", "petar", NOW), ChangeType.STOP_LIFTED));
  }

  @Test
  void proposalNobodyJoinsLapsesAndANewStopVoidsIt() {
    Stop proposed = becomes(standing, new StopCommand.Lift("jelena"), NOW);
    Instant late = NOW.plus(Duration.ofMinutes(31));

    assertThat(becomes(proposed, new StopCommand.Lift("petar"), late))
        .isInstanceOf(Stop.Standing.class);
    assertThat(becomes(proposed, new StopCommand.Set("ana"), NOW)).isEqualTo(standing);
  }

  @Test
  @Proves(4)
  void aStopThatStandsIsToldAgainSoThatNoLiftGoesOnElsewhere() {
    assertThat(decide(standing, new StopCommand.Set("marko"), NOW))
        .isEqualTo(new StopDecision.Becomes(standing, ChangeType.STOP_SET));
  }

  @Test
  void liftedPlaceCanBeStoppedAgain() {
    Stop lifted = new Stop.Lifted(NODE, "jelena", "petar", NOW);

    assertThat(becomes(lifted, new StopCommand.Set("ana"), NOW)).isInstanceOf(Stop.Standing.class);
    assertThat(decide(lifted, new StopCommand.Lift("jelena"), NOW))
        .isEqualTo(new StopDecision.Same());
    assertThat(decide(null, new StopCommand.Lift("jelena"), NOW))
        .isEqualTo(new StopDecision.Same());
  }

  @Test
  void wordInAddressesNamesExactlyOneTarget() {
    String id = "0b9f3a52-6f0e-4c1a-8a70-3f7f1f6a1c01";

    assertThat(StopTarget.ofWord("node")).contains(NODE);
    assertThat(StopTarget.ofWord("case." + id)).contains(StopTarget.ofCase(id));
    assertThat(StopTarget.ofWord("alert." + id)).contains(StopTarget.ofAlert(id));
    assertThat(StopTarget.ofWord("case." + id + "x")).isEmpty();
    assertThat(StopTarget.ofWord("node." + id)).isEmpty();
    assertThat(StopTarget.ofWord("alert." + id).orElseThrow().documentId())
        .isEqualTo("alert/" + id);
  }
}
