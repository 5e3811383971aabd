package org.homeward.trials;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.homeward.local.command.WrongUse;
import org.homeward.local.node.Jars;
import org.homeward.local.node.Neighbours;
import org.homeward.trials.door.DoorRun;

/**
 * Attacks the doors of a node that it starts for this purpose. Deletes the node when every promise
 * was kept.
 */
final class DoorCommand {

  private final Path state;
  private final Jars jars;
  private final PrintStream out;
  private final Clock clock;

  DoorCommand(Path state, Jars jars, PrintStream out, Clock clock) {
    this.state = state;
    this.jars = jars;
    this.out = out;
    this.clock = clock;
  }

  int run(List<String> arguments) throws Exception {
    if (!arguments.isEmpty() && !arguments.equals(List.of("--short"))) {
      throw new WrongUse("door takes --short, or nothing");
    }
    var settings = arguments.isEmpty() ? DoorRun.Settings.FULL : DoorRun.Settings.SHORT;
    Neighbours nodes = Neighbours.onFreePorts(state, jars, clock);
    try (var _ = Neighbours.reserve(nodes.all())) {
      return NodesOfItsOwn.prove(
          nodes,
          state,
          out,
          () -> {
            nodes.up(List.of(nodes.rs()), line -> {});
            return new DoorRun(nodes.rs(), settings, out, clock).run();
          });
    }
  }
}
