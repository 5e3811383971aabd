package org.homeward.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.homeward.local.node.Node;
import org.homeward.local.rounds.KillRounds;
import org.homeward.local.rounds.KillRounds.Settings;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** A short kill round; the long ones are {@code ./homeward kill-rounds}. */
class KillRoundIT {
  private static final Settings SHORT = new Settings(1, 60, 3, 20_261_121);

  @Test
  @Proves(12)
  void acceptedReportsSurviveTheDeathOfProcesses() throws Exception {
    Node node = SharedNode.node("kill-round");
    node.erase();
    var end = new Thread(node::down);
    Runtime.getRuntime().addShutdownHook(end);
    var told = new ByteArrayOutputStream();
    var out = new PrintStream(told, true, StandardCharsets.UTF_8);

    boolean kept;
    try {
      kept = new KillRounds(node, out).run(SHORT);
    } finally {
      node.down();
      Runtime.getRuntime().removeShutdownHook(end);
    }

    assertThat(kept).as(told.toString(StandardCharsets.UTF_8)).isTrue();
  }
}
