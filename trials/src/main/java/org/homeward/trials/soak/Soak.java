package org.homeward.trials.soak;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.homeward.local.client.Hotline;
import org.homeward.local.node.Node;
import org.homeward.trials.soak.check.Violation;
import org.homeward.trials.soak.fault.Fault;
import org.homeward.trials.soak.fault.Faults;
import org.homeward.trials.soak.fault.NodePair;
import org.homeward.trials.soak.fault.Wiring;
import org.homeward.trials.soak.history.History;
import org.homeward.trials.soak.load.Load;
import org.homeward.trials.soak.load.People;
import org.homeward.trials.soak.look.EndStateCheck;

/** Round after round on two nodes that stay up: load, faults, quiet, and a check of everything. */
public final class Soak {
  private static final int VOLUNTEERS = 40;
  private static final int ENOUGH = 5;

  private final Node rs;
  private final Node gr;
  private final Wiring wiring;
  private final PrintStream out;
  private final Clock clock;
  private final Totals totals = new Totals();
  private final Set<Violation> known = new HashSet<>();

  /**
   * Uses these two nodes, which run.
   *
   * @param wiring that they were started with
   */
  public Soak(Node rs, Node gr, Wiring wiring, PrintStream out, Clock clock) {
    this.rs = rs;
    this.gr = gr;
    this.wiring = wiring;
    this.out = out;
    this.clock = clock;
  }

  /**
   * Returns whether every round passed. It continues after a failed round, a few times.
   *
   * @param directory for the history
   */
  public boolean run(SoakSettings settings, Path directory) throws InterruptedException {
    var hotline = new Hotline(rs.plan());
    var partner = new Hotline(gr.plan());
    String run = Long.toString(clock.millis() / 1000 % 1_679_616, 36); // four characters at most
    Path file = directory.resolve("history-" + run + ".jsonl");
    var history =
        settings.slow()
            ? new History(file, clock, Duration.ofMinutes(15))
            : new History(file, clock);
    var people = new People(hotline, partner, run, VOLUNTEERS, out, clock);
    long end = System.nanoTime() + settings.most().toNanos();
    int violated = 0;
    try (var endStateCheck = new EndStateCheck(hotline, partner, people, history, clock)) {
      for (int n = 0; violated < ENOUGH && n < settings.rounds() && System.nanoTime() < end; n++) {
        violated += round(n, settings, run, history, people, endStateCheck) ? 0 : 1;
      }
    }
    out.print(totals);
    out.println(
        violated == 0
            ? "soak: all kept"
            : "soak: " + violated + " rounds VIOLATED; the history is " + file);
    return violated == 0;
  }

  private boolean round(
      int n,
      SoakSettings settings,
      String run,
      History history,
      People people,
      EndStateCheck endStateCheck)
      throws InterruptedException {
    long seed = settings.seed() + n;
    var random = new Random(seed);
    int before = history.operations().size();
    List<Fault> faults = Faults.draw(random, settings.only());
    var load = new Load(history, people, "S" + run + "-" + n + "-", random, clock);
    var stage = new NodePair.Stage(load, people, history);
    var pair = new NodePair(List.of(rs, gr), wiring, new Random(seed), settings.slow(), stage);
    var round = new Round(load, faults, pair, endStateCheck, Set.copyOf(known));
    List<Violation> violations = round.play();
    var requests = history.operations().subList(before, history.operations().size());
    out.printf(
        "round %d seed %d: %s | %d wishes, %s | %s | %s%n",
        n + 1,
        seed,
        String.join("; ", round.struck()),
        load.size(),
        Totals.counts(requests),
        round.times(),
        violations.isEmpty() ? "kept" : "VIOLATION");
    known.addAll(violations);
    violations.stream().limit(20).forEach(each -> out.println("  VIOLATION " + each));
    totals.add(faults, requests, round.seconds());
    return violations.isEmpty();
  }

  /** How many rounds, how long, and which faults. */
  public record SoakSettings(int rounds, Duration most, long seed, Set<String> only, boolean slow) {

    public SoakSettings {
      if (rounds < 1 || most.isNegative() || most.isZero()) {
        throw new IllegalArgumentException("at least one round and one minute");
      }
      only = Set.copyOf(only);
    }
  }
}
