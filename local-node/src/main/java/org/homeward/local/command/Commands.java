package org.homeward.local.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.homeward.local.node.Jars;
import org.homeward.local.node.Node;
import org.homeward.local.node.NodeFailure;
import org.homeward.local.node.NodePlan;
import org.homeward.local.node.NodePorts;

/** All commands by name. */
public final class Commands {
  private static final int FAILED = 1;
  private static final int WRONG_USE = 2;

  private final Path root;
  private final Jars jars;
  private final NodePorts ports;
  private final PrintStream out;
  private final Clock clock;

  /**
   * @param root of the project; state lies in {@code .homeward} below it
   * @param jars a directory with copies of the jars
   * @param ports of node {@code rs}
   */
  public Commands(Path root, Path jars, NodePorts ports, PrintStream out, Clock clock) {
    this.root = root.toAbsolutePath().normalize();
    this.jars = Jars.in(jars.toAbsolutePath().normalize());
    this.ports = ports;
    this.out = out;
    this.clock = clock;
  }

  /** Returns the exit status. */
  public int run(String command, List<String> arguments) throws Exception {
    try {
      return switch (command) {
        case "up" -> new Up(out).run(rs());
        case "status" -> new Status(out, clock).run(rs());
        case "logs" -> new Logs(out).run(rs(), arguments);
        case "down" -> new Down(out).run(rs());
        case "story" -> new PlayStory(out, clock).run(rs());
        case "kill-rounds" -> new KillRoundsCommand(out).run(apart(), arguments);
        default -> {
          out.println("No such command: " + command);
          yield WRONG_USE;
        }
      };
    } catch (NodeFailure failure) {
      out.println(failure.getMessage());
      return FAILED;
    } catch (WrongUse wrong) {
      out.println(wrong.getMessage());
      return WRONG_USE;
    }
  }

  private Node rs() {
    return new Node(new NodePlan("rs", ports, state("rs"), jars));
  }

  /** On ports and in a directory of its own, so that nothing that is kept can come to harm. */
  private Node apart() {
    return new Node(new NodePlan("rs", NodePorts.free(), state("kill-rounds"), jars));
  }

  private Path state(String directory) {
    return root.resolve(".homeward").resolve(directory);
  }
}
