package org.homeward.local.command;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.homeward.local.node.Node;
import org.homeward.local.rounds.KillRounds;

/** Runs kill rounds on a node of their own, which is deleted when all is kept. */
final class KillRoundsCommand {
  private static final int ROUNDS = 5;
  private static final int REPORTS = 500;
  private static final int KILLS = 5;

  private final PrintStream out;

  KillRoundsCommand(PrintStream out) {
    this.out = out;
  }

  int run(Node node, List<String> arguments) throws Exception {
    var settings = settings(arguments);
    try (var _ = node.reserve()) {
      return run(node, settings);
    }
  }

  private int run(Node node, KillRounds.Settings settings) throws Exception {
    node.erase(); // what a run left that was itself killed
    boolean kept = false;
    try (var _ = new Interruption(node::down)) {
      kept = new KillRounds(node, out).run(settings);
    } finally {
      node.down();
    }
    if (kept) {
      node.erase();
      return 0;
    }
    out.println("Logs and data are left in " + node.plan().directory());
    return 1;
  }

  private static KillRounds.Settings settings(List<String> arguments) {
    Map<String, Long> given = new HashMap<>();
    for (int i = 0; i < arguments.size(); i += 2) {
      if (i + 1 == arguments.size() || !arguments.get(i + 1).matches("[0-9]{1,9}")) {
        throw new WrongUse("kill-rounds takes --rounds n, --reports n and --seed s");
      }
      given.put(arguments.get(i), Long.valueOf(arguments.get(i + 1)));
    }
    Long rounds = given.remove("--rounds");
    Long reports = given.remove("--reports");
    Long seed = given.remove("--seed");
    if (!given.isEmpty()) {
      throw new WrongUse("kill-rounds takes --rounds n, --reports n and --seed s");
    }
    return new KillRounds.Settings(
        rounds == null ? ROUNDS : rounds.intValue(),
        reports == null ? REPORTS : reports.intValue(),
        KILLS,
        seed == null ? ThreadLocalRandom.current().nextInt(1_000_000) : seed);
  }
}
