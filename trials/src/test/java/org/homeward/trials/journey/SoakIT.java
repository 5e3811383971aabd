package org.homeward.trials.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.homeward.local.node.Jars;
import org.homeward.local.node.Neighbours;
import org.homeward.testkit.Proves;
import org.homeward.trials.ProjectFiles;
import org.homeward.trials.soak.Soak;
import org.homeward.trials.soak.Soak.SoakSettings;
import org.homeward.trials.soak.fault.Wiring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A round with a fixed seed, on nodes of their own and beside other journeys, because it mostly
 * waits for nodes to start and to come to rest; the long runs are {@code ./homeward soak}.
 */
@ExtendWith(SharedNodes.class)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(DoorIT.ALL_OF_THE_MACHINE)
class SoakIT {
  private static final SoakSettings SHORT =
      new SoakSettings(
          1,
          Duration.ofMinutes(4),
          7,
          Set.of("kill", "suspend-publisher", "lost-reply", "read-only", "partner-cut"),
          false);

  /**
   * @param shared the nodes of the other journeys start first: of thirty JVMs that start at once
   *     each would take as long as all of them
   */
  SoakIT(Neighbours shared) {}

  @Test
  @Proves(12)
  void whatWasAcceptedIsKeptWhateverGoesWrong() throws Exception {
    var root = ProjectFiles.root();
    var state = root.resolve("trials/target/soak");
    var told = new ByteArrayOutputStream();
    var out = new PrintStream(told, true, StandardCharsets.UTF_8);
    try (var wiring = new Wiring(state)) {
      var nodes = Neighbours.onFreePorts(state, Jars.built(root), wiring, Clock.systemUTC());
      nodes.erase(); // what a run left that was itself killed
      var end = new Thread(nodes::down);
      Runtime.getRuntime().addShutdownHook(end);
      try {
        nodes.up(line -> {});

        var soak = new Soak(nodes.rs(), nodes.gr(), wiring, out, Clock.systemUTC());

        boolean kept = soak.run(SHORT, state);

        assertThat(kept).as(told.toString(StandardCharsets.UTF_8)).isTrue();
      } finally {
        nodes.down();
        Runtime.getRuntime().removeShutdownHook(end);
      }
    }
  }
}
