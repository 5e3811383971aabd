package org.homeward.trials;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.homeward.local.command.WrongUse;
import org.homeward.local.node.Jars;
import org.homeward.local.node.Neighbours;
import org.homeward.local.node.NodeFailure;
import org.homeward.trials.contract.ContractDiff;

/**
 * The program behind {@code ./homeward story}, {@code soak}, {@code train}, {@code door}, {@code
 * wide} and {@code contract-diff}.
 *
 * <p>The script gives {@code -Dhomeward.root} (the project) and {@code -Dhomeward.jars} (copies of
 * the jars).
 */
public final class Trials {
  private static final int FAILED = 1;
  private static final int WRONG_USE = 2;

  private Trials() {}

  public static void main(String[] arguments) throws Exception {
    System.exit(status(List.of(arguments)));
  }

  private static int status(List<String> arguments) throws Exception {
    try {
      return run(arguments);
    } catch (NodeFailure failure) {
      System.out.println(failure.getMessage());
      return FAILED;
    } catch (WrongUse wrong) {
      System.out.println(wrong.getMessage());
      return WRONG_USE;
    }
  }

  private static int run(List<String> arguments) throws Exception {
    var root = Path.of(System.getProperty("homeward.root", "."));
    var state = root.toAbsolutePath().normalize().resolve(".homeward");
    var copies = Path.of(System.getProperty("homeward.jars", "."));
    var jars = Jars.in(copies.toAbsolutePath().normalize());
    var out = System.out;
    var clock = Clock.systemUTC();
    String command = arguments.isEmpty() ? "" : arguments.getFirst();
    List<String> rest = arguments.stream().skip(1).toList();
    return switch (command) {
      case "story" -> new PlayStory(out, clock).run(Neighbours.in(state, jars, clock));
      case "soak" -> new SoakCommand(state.resolve("soak"), jars, out, clock).run(rest);
      case "train" -> new TrainCommand(state.resolve("train"), jars, out, clock).run();
      case "contract-diff" -> new ContractDiff(root, out).run(rest);
      case "door" -> new DoorCommand(state.resolve("door"), jars, out, clock).run(rest);
      case "wide" -> new WideCommand(state.resolve("wide"), jars, out, clock).run(rest);
      default -> throw new WrongUse("No such command: " + command);
    };
  }
}
