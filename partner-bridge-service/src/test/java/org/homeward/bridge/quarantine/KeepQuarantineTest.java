package org.homeward.bridge.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** Who opens a bridge for words. */
class KeepQuarantineTest {

  private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
  private static final Quarantine PROPOSED = new Quarantine.Standing(AT, "jelena", AT);

  @Test
  @Proves(6)
  void theOneWhoProposedDoesNotOpenAndAnotherDoes() {
    assertThat(KeepQuarantine.decide(PROPOSED, "jelena", AT)).isEmpty();
    assertThat(KeepQuarantine.decide(PROPOSED, "gordana", AT))
        .contains(new Quarantine.Opened("jelena", "gordana", AT));
  }

  @Test
  void aProposalThatNobodyJoinedForHalfAnHourIsMadeAgain() {
    Instant late = AT.plus(Duration.ofMinutes(31));

    assertThat(KeepQuarantine.decide(PROPOSED, "gordana", late))
        .contains(new Quarantine.Standing(AT, "gordana", late));
  }

  @Test
  void whatIsOpenStaysOpen() {
    var opened = new Quarantine.Opened("jelena", "gordana", AT);

    assertThat(KeepQuarantine.decide(opened, "milan", AT)).isEmpty();
  }
}
