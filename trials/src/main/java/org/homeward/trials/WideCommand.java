package org.homeward.trials;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.homeward.local.command.WrongUse;
import org.homeward.local.node.Jars;
import org.homeward.local.node.Neighbours;
import org.homeward.trials.wide.WideRun;
import org.homeward.trials.wide.WideRun.Part;
import org.jspecify.annotations.Nullable;

/** Runs a wide node of its own, which is deleted when all is kept. */
final class WideCommand {
  private static final String USE =
      "wide takes --minutes n, --seed n, --part deaths or --part restarts, and --upgrade-from"
          + " <revision>";
  private static final List<String> UPGRADED =
      List.of("intake-service", "alert-service", "partner-bridge-service");

  private final Path state;
  private final Jars jars;
  private final PrintStream out;
  private final Clock clock;

  WideCommand(Path state, Jars jars, PrintStream out, Clock clock) {
    this.state = state;
    this.jars = jars;
    this.out = out;
    this.clock = clock;
  }

  int run(List<String> arguments) throws Exception {
    Given given = given(arguments);
    Neighbours nodes = Neighbours.wideOnFreePorts(state, jars, clock);
    Neighbours atFirst =
        given.older() == null ? nodes : Neighbours.in(state, older(given.older()), clock);
    try (var _ = Neighbours.reserve(nodes.all())) {
      return NodesOfItsOwn.prove(
          nodes,
          state,
          out,
          () -> {
            long begin = System.nanoTime();
            int count = atFirst.up(line -> {}).size();
            out.printf("%d processes after %.0f s%n", count, (System.nanoTime() - begin) / 1e9);
            return new WideRun(nodes, given.settings(), state, out, clock).run();
          });
    }
  }

  private record Given(WideRun.Settings settings, @Nullable Path older) {}

  /** The three services come from the older revision; all other processes come from this build. */
  private Jars older(Path directory) {
    Jars old = Jars.in(directory);
    return module -> (UPGRADED.contains(module) ? old : jars).of(module);
  }

  private static Given given(List<String> arguments) {
    List<Part> parts = new ArrayList<>();
    Duration atLeast = Duration.ZERO;
    long seed = ThreadLocalRandom.current().nextInt(1_000_000);
    @Nullable Path older = null;
    for (int i = 0; i < arguments.size(); i += 2) {
      String value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
      switch (arguments.get(i)) {
        case "--minutes" -> atLeast = Duration.ofMinutes(number(value));
        case "--seed" -> seed = number(value);
        case "--part" -> parts.add(part(value));
        case "--upgrade-from" -> older = built();
        default -> throw new WrongUse(USE);
      }
    }
    if (older != null) {
      parts.add(Part.UPGRADE);
    } else if (parts.isEmpty()) {
      parts.addAll(List.of(Part.DEATHS, Part.RESTARTS));
    }
    return new Given(new WideRun.Settings(parts, atLeast, seed), older);
  }

  private static Part part(String value) {
    return Stream.of(Part.DEATHS, Part.RESTARTS)
        .filter(part -> part.name().toLowerCase(Locale.ROOT).equals(value))
        .findFirst()
        .orElseThrow(() -> new WrongUse(USE));
  }

  private static long number(String value) {
    if (!value.matches("[0-9]{1,9}")) {
      throw new WrongUse(USE);
    }
    return Long.parseLong(value);
  }

  /** The script has built the revision. */
  private static Path built() {
    Path directory = Path.of(System.getProperty("homeward.older", ""));
    if (!Files.exists(directory.resolve("built"))) {
      throw new WrongUse(USE);
    }
    return directory;
  }
}
