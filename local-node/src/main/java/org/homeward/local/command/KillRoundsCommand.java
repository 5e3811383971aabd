package org.homeward.local.command;

import java.io.PrintStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.homeward.local.node.Neighbours;
import org.homeward.local.rounds.KillRounds;

/** Runs kill rounds on two nodes of their own, which are deleted when all is kept. */
final class KillRoundsCommand {
  private static final int KILLS = 8;
  private static final String SEED = "--seed";
  private static final Map<String, Long> DEFAULTS =
      Map.of("--rounds", 5L, "--reports", 300L, "--handovers", 20L, "--mailboxes", 2000L);
  private static final List<String> KNOWN =
      List.of("--rounds", "--reports", "--handovers", "--mailboxes", SEED);

  private final PrintStream out;
  private final Clock clock;

  KillRoundsCommand(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  int run(Neighbours nodes, List<String> arguments) throws Exception {
    var settings = settings(arguments);
    try (var _ = Neighbours.reserve(nodes.all())) {
      return run(nodes, settings);
    }
  }

  private int run(Neighbours nodes, KillRounds.Settings settings) throws Exception {
    nodes.erase(); // what a run left that was itself killed
    boolean kept = false;
    try (var _ = new Interruption(nodes::down)) {
      nodes.up(line -> {});
      kept = new KillRounds(nodes.rs(), nodes.gr(), out, clock).run(settings);
    } finally {
      nodes.down();
    }
    if (kept) {
      nodes.erase();
      return 0;
    }
    out.println("Logs and data are left in " + nodes.rs().plan().directory().getParent());
    return 1;
  }

  private static KillRounds.Settings settings(List<String> arguments) {
    Map<String, Long> given = new HashMap<>(DEFAULTS);
    for (int i = 0; i < arguments.size(); i += 2) {
      boolean isNumber = i + 1 < arguments.size() && arguments.get(i + 1).matches("[0-9]{1,9}");
      if (!isNumber || !KNOWN.contains(arguments.get(i))) {
        throw new WrongUse("kill-rounds takes a number after any of " + String.join(", ", KNOWN));
      }
      given.put(arguments.get(i), Long.valueOf(arguments.get(i + 1)));
    }
    return new KillRounds.Settings(
        number(given, "--rounds"),
        number(given, "--reports"),
        number(given, "--handovers"),
        number(given, "--mailboxes"),
        KILLS,
        given.getOrDefault(SEED, (long) ThreadLocalRandom.current().nextInt(1_000_000)));
  }

  private static int number(Map<String, Long> given, String flag) {
    return given.getOrDefault(flag, 0L).intValue();
  }
}
