package org.homeward.trials;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import org.homeward.local.node.AotTraining;
import org.homeward.local.node.Detours;
import org.homeward.local.node.Jars;
import org.homeward.local.node.Jvm;
import org.homeward.local.node.Neighbours;
import org.homeward.local.node.NodePlan;
import org.homeward.local.node.ProcessPlan;
import org.homeward.trials.story.Story;

/**
 * Plays the story on two nodes that it starts for this purpose, and keeps the AOT caches of one.
 */
final class TrainCommand {
  private static final int SPEED_REPORTS = 300;

  private final Path state;
  private final Jars jars;
  private final PrintStream out;
  private final Clock clock;

  /**
   * @param state for the two nodes
   */
  TrainCommand(Path state, Jars jars, PrintStream out, Clock clock) {
    this.state = state;
    this.jars = jars;
    this.out = out;
    this.clock = clock;
  }

  int run() throws Exception {
    var training = AotTraining.beside(jars.of("gateway"));
    if (training.isDone()) {
      out.println("This build has its AOT caches.");
      return 0;
    }
    training.begin();
    var nodes = Neighbours.onFreePorts(state, jars, new Recorded(training), clock);
    try (var _ = Neighbours.reserve(nodes.all())) {
      int status = NodesOfItsOwn.prove(nodes, state, out, () -> train(nodes, training));
      if (status == 0) {
        training.keep();
        out.println("What is started from now on uses them; what runs does after down and up.");
      }
      return status;
    }
  }

  private boolean train(Neighbours nodes, AotTraining training) throws Exception {
    nodes.up(line -> {});
    if (!new Story(nodes.rs(), nodes.gr(), out, clock, SPEED_REPORTS, (_, _) -> {}).play()) {
      out.println(
          "Kept all the same: a cache holds what was run, whether a busy machine was late or not.");
    }
    out.println();
    NodePlan plan = nodes.rs().plan();
    for (ProcessPlan process : plan.processes().reversed()) { // the engines last
      out.printf("  %-8s %.0f MB%n", process.name(), training.end(nodes.rs(), process));
    }
    return true;
  }

  /** With both compilers: the first one alone keeps no profiles of methods. */
  private record Recorded(AotTraining training) implements Detours {
    private static final String NODE = "rs";

    @Override
    public ProcessPlan process(String node, ProcessPlan usual) {
      return node.equals(NODE) ? training.recording(usual) : usual;
    }

    @Override
    public Jvm jvm(String node) {
      var compilers = node.equals(NODE) ? Jvm.Compilers.WARM : Jvm.Compilers.QUICK;
      return new Jvm(compilers, false);
    }
  }
}
