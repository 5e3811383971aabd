package org.homeward.trials;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import org.homeward.local.command.WrongUse;
import org.homeward.local.node.Jars;
import org.homeward.local.node.Neighbours;
import org.homeward.trials.soak.Soak;
import org.homeward.trials.soak.Soak.SoakSettings;
import org.homeward.trials.soak.fault.Faults;
import org.homeward.trials.soak.fault.Wiring;

/** Runs fault rounds on two nodes of their own, which are deleted when all is kept. */
final class SoakCommand {
  private static final int FOR_EVER = 1_000_000;
  private static final int DEFAULT_ROUNDS = 10;
  private static final String SLOW = "--slow";
  private static final String ONLY = "--only";
  private static final List<String> NUMBERS = List.of("--minutes", "--rounds", "--seed");

  private final Path state;
  private final Jars jars;
  private final PrintStream out;
  private final Clock clock;

  /**
   * @param state for the two nodes
   */
  SoakCommand(Path state, Jars jars, PrintStream out, Clock clock) {
    this.state = state;
    this.jars = jars;
    this.out = out;
    this.clock = clock;
  }

  int run(List<String> arguments) throws Exception {
    SoakSettings settings = settings(arguments);
    try (var wiring = new Wiring(state)) {
      var nodes = Neighbours.onFreePorts(state, jars, wiring, clock);
      try (var _ = Neighbours.reserve(nodes.all())) {
        out.println("soak: seed " + settings.seed());
        return NodesOfItsOwn.prove(
            nodes,
            state,
            out,
            () -> {
              nodes.up(line -> {});
              return new Soak(nodes.rs(), nodes.gr(), wiring, out, clock).run(settings, state);
            });
      }
    }
  }

  private static SoakSettings settings(List<String> arguments) {
    Map<String, Integer> given = new HashMap<>();
    Set<String> only = new TreeSet<>();
    boolean slow = false;
    for (int i = 0; i < arguments.size(); i++) {
      String flag = arguments.get(i);
      String value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
      if (flag.equals(SLOW)) {
        slow = true;
      } else if (flag.equals(ONLY) && Faults.names().containsAll(List.of(value.split(",")))) {
        only.addAll(List.of(value.split(",")));
        i++;
      } else if (NUMBERS.contains(flag) && value.matches("[0-9]{1,9}")) {
        given.put(flag, Integer.valueOf(value));
        i++;
      } else {
        throw new WrongUse(
            "soak takes a number after any of %s, faults after %s, and %s. The faults: %s"
                .formatted(
                    String.join(", ", NUMBERS), ONLY, SLOW, String.join(",", Faults.names())));
      }
    }
    int rounds = given.containsKey("--minutes") ? FOR_EVER : DEFAULT_ROUNDS;
    return new SoakSettings(
        given.getOrDefault("--rounds", rounds),
        Duration.ofMinutes(given.getOrDefault("--minutes", FOR_EVER)),
        given.getOrDefault("--seed", ThreadLocalRandom.current().nextInt(1_000_000)),
        only,
        slow);
  }
}
