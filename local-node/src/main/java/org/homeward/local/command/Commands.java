package org.homeward.local.command;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.homeward.local.node.Jars;
import org.homeward.local.node.Neighbours;
import org.homeward.local.node.Node;
import org.homeward.local.node.NodeFailure;

/** The commands that run, watch and operate nodes, by name. */
public final class Commands {
  private static final int FAILED = 1;
  private static final int WRONG_USE = 2;

  private final Path state;
  private final Jars jars;
  private final InputStream in;
  private final PrintStream out;
  private final Clock clock;

  /**
   * @param root of the project; state lies in {@code .homeward} below it
   * @param jars a directory with copies of the jars
   */
  public Commands(Path root, Path jars, InputStream in, PrintStream out, Clock clock) {
    this.state = root.toAbsolutePath().normalize().resolve(".homeward");
    this.jars = Jars.in(jars.toAbsolutePath().normalize());
    this.in = in;
    this.out = out;
    this.clock = clock;
  }

  /** Returns the exit status. */
  public int run(String command, List<String> arguments) throws Exception {
    List<String> rest = new ArrayList<>(arguments);
    try {
      return switch (command) {
        case "up" -> new Up(out).run(kept(), named(rest));
        case "status" -> new Status(out, clock).run(named(rest));
        case "logs" -> new Logs(out).run(firstNamed(rest), rest);
        case "down" -> new Down(out).run(named(rest));
        case "stop-alerts" -> new StopAlerts(in, out).run(firstNamed(rest), rest);
        case "backup" -> new Backup(out, clock).run(firstNamed(rest), rest);
        case "restore" -> new Restore(out, clock).run(firstNamed(rest), rest);
        case "republish" -> new Operate(out).republish(named(rest));
        case "replay-poison" -> new Operate(out).replayPoison(named(rest));
        case "police-reader" -> new ReadPoliceFeed(out, clock).run(firstNamed(rest), rest);
        case "verify-log" -> new VerifyLog(out).run(firstNamed(rest), rest);
        case "verify-receipt" -> new VerifyReceipt(out).run(kept().rs().plan(), rest);
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

  private Neighbours kept() {
    return Neighbours.in(state, jars, clock);
  }

  /** The node that the only argument names; all nodes without an argument. */
  private List<Node> named(List<String> arguments) {
    List<Node> nodes = firstNamed(arguments);
    if (!arguments.isEmpty()) {
      throw new WrongUse("This takes rs, gr, or nothing for both.");
    }
    return nodes;
  }

  /**
   * Removes the first argument when it names a node, and returns that node; otherwise returns all
   * nodes.
   */
  private List<Node> firstNamed(List<String> arguments) {
    List<Node> all = kept().all();
    List<Node> named =
        all.stream()
            .filter(node -> !arguments.isEmpty() && node.plan().name().equals(arguments.getFirst()))
            .toList();
    if (named.isEmpty()) {
      return all;
    }
    arguments.removeFirst();
    return named;
  }
}
