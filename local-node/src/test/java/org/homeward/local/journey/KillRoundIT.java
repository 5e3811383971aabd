package org.homeward.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.homeward.local.node.Neighbours;
import org.homeward.local.rounds.KillRounds;
import org.homeward.local.rounds.KillRounds.Settings;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A short kill round; the long ones are {@code ./homeward kill-rounds}. */
@ExtendWith(SharedNodes.class)
class KillRoundIT {
  private static final Settings SHORT = new Settings(1, 40, 5, 60, 4, 20_261_121);

  @Test
  @Proves(12)
  void whatWasAcceptedSurvivesTheDeathOfProcesses(Neighbours nodes) throws Exception {
    var told = new ByteArrayOutputStream();
    var out = new PrintStream(told, true, StandardCharsets.UTF_8);

    boolean kept = new KillRounds(nodes.rs(), nodes.gr(), out, Clock.systemUTC()).run(SHORT);

    assertThat(kept).as(told.toString(StandardCharsets.UTF_8)).isTrue();
  }
}
