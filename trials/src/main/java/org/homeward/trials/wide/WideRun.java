package org.homeward.trials.wide;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.homeward.local.client.Hotline;
import org.homeward.local.node.Neighbours;
import org.homeward.local.node.Node;
import org.homeward.local.node.Poll;
import org.homeward.local.node.ProcessPlan;
import org.homeward.trials.soak.check.Violation;
import org.homeward.trials.soak.history.History;
import org.homeward.trials.soak.history.Operation;
import org.homeward.trials.soak.load.Load;
import org.homeward.trials.soak.load.People;
import org.homeward.trials.soak.load.Steady;
import org.homeward.trials.soak.look.EndStateCheck;

/**
 * Kills, restarts and upgrades parts of a wide node under load. It prints the cost of each, and
 * checks the end state.
 */
public final class WideRun {
  private static final Duration PACE = Duration.ofMillis(250);
  private static final Duration PACE_OF_PARTNER = Duration.ofMillis(1000);
  private static final Duration LONG = Duration.ofSeconds(40);
  private static final int VOLUNTEERS = 40;
  private static final Duration QUIET = Duration.ofSeconds(10);
  private static final Duration DEAD = Duration.ofSeconds(9);
  private static final Duration MIXED = Duration.ofSeconds(4);
  private static final Duration LEVEL = Duration.ofSeconds(2);
  private static final Duration STOP = Duration.ofSeconds(25);
  private static final Duration START = Duration.ofSeconds(120);
  private static final Duration TICK = Duration.ofMillis(100);
  private static final Duration DRAIN = Duration.ofSeconds(60);

  private static final Map<String, String> WRITE_PREVIOUS =
      Map.of("HOMEWARD_WRITE_PREVIOUS", "true");
  private static final List<String> SERVICES = List.of("intake", "alert", "bridge");
  private static final List<String> INSTANCES =
      List.of("intake-1", "alert-1", "bridge-1", "intake-2", "alert-2", "bridge-2");

  private final Neighbours nodes;
  private final Settings settings;
  private final PrintStream out;
  private final Clock clock;
  private final Random random;
  private final Hotline rs;
  private final Hotline gr;
  private final String run;
  private final History history;

  /**
   * Uses these nodes, of which {@code rs} is wide; no other command uses them.
   *
   * @param directory for the history
   */
  public WideRun(
      Neighbours nodes, Settings settings, Path directory, PrintStream out, Clock clock) {
    this.nodes = nodes;
    this.settings = settings;
    this.out = out;
    this.clock = clock;
    this.random = new Random(settings.seed());
    this.rs = new Hotline(nodes.rs().plan());
    this.gr = new Hotline(nodes.gr().plan());
    this.run = Long.toString(clock.millis() / 1000 % 1_679_616, 36); // four characters at most
    this.history = new History(directory.resolve("history-" + run + ".jsonl"), clock);
  }

  /** The disturbance of the node. */
  public enum Part {
    /** An instance of each service and a broker die, and come back. */
    DEATHS,
    /**
     * All instances are restarted in order, one by one; so are those of the partner, which has one.
     */
    RESTARTS,
    /** The nodes start with older jars and get the present ones, one instance after the other. */
    UPGRADE
  }

  /**
   * @param atLeast random deaths follow until so much time has passed
   */
  public record Settings(List<Part> parts, Duration atLeast, long seed) {
    public Settings {
      parts = List.copyOf(parts);
    }
  }

  /** Returns whether everything was kept. The nodes run already. */
  public boolean run() throws InterruptedException {
    long end = System.nanoTime() + settings.atLeast().toNanos();
    var people = new People(rs, gr, run, VOLUNTEERS, out, clock);
    List<String> troubles = new ArrayList<>();
    try (var endStateCheck = new EndStateCheck(rs, gr, people, history, clock);
        var ofRs = steady(people, "rs", PACE);
        var ofGr = steady(people, "gr", PACE_OF_PARTNER)) {
      journeys(people, "warm", QUIET, troubles).join();
      phase("nothing", ofRs, () -> rest(QUIET));
      for (Part part : settings.parts()) {
        Thread journeys = journeys(people, part.name().substring(0, 1), LONG, troubles);
        switch (part) {
          case DEATHS -> deaths(ofRs);
          case RESTARTS -> restarts(ofRs, ofGr);
          case UPGRADE -> upgrade(ofRs, ofGr);
        }
        journeys.join();
      }
      while (System.nanoTime() < end) {
        randomDeath(ofRs);
      }
      troubles.addAll(ofRs.end());
      troubles.addAll(ofGr.end());
      return isKept(endStateCheck, troubles);
    }
  }

  private Steady steady(People people, String node, Duration pace) {
    return new Steady(history, people, node, "W" + run + "-" + node, pace, clock);
  }

  /** Reports, alerts, handovers, ends and erasures, beside the steady load. */
  private Thread journeys(People people, String mark, Duration over, List<String> troubles) {
    var load = new Load(history, people, "W" + run + "-" + mark + "-", random, clock);
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                load.play(over);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              synchronized (troubles) {
                troubles.addAll(load.troubles());
              }
            });
  }

  private void deaths(Steady steady) {
    for (String service : SERVICES) {
      die(service + "-" + (1 + random.nextInt(2)), steady, DEAD);
    }
    die("broker-" + (1 + random.nextInt(3)), steady, DEAD);
  }

  private void randomDeath(Steady steady) {
    List<ProcessPlan> mortal =
        nodes.rs().plan().processes().stream()
            .filter(process -> process.name().matches(".*-[0-9]"))
            .toList();
    ProcessPlan victim = mortal.get(random.nextInt(mortal.size()));
    die(victim.name(), steady, Duration.ofMillis(random.nextInt((int) DEAD.toMillis())));
  }

  private void die(String name, Steady steady, Duration dead) {
    ProcessPlan victim = nodes.rs().plan().process(name);
    phase(
        "%s killed, dead for %.0f s and more".formatted(name, dead.toMillis() / 1000.0),
        steady,
        () -> {
          nodes.rs().processes().kill(victim);
          rest(dead);
        });
    phase(name + " comes back", steady, () -> start(nodes.rs(), List.of(victim)));
  }

  private void restarts(Steady ofRs, Steady ofGr) {
    roll(nodes.rs(), oneByOne(INSTANCES), Map.of(), ofRs, "restarted, one of two");
    roll(nodes.gr(), oneByOne(SERVICES), Map.of(), ofGr, "restarted, the only one (gr)");
  }

  /** Follows docs/operations.md: at first the new version writes what the old one can read. */
  private void upgrade(Steady ofRs, Steady ofGr) {
    List<String> first = INSTANCES.subList(0, SERVICES.size());
    List<String> second = INSTANCES.subList(SERVICES.size(), INSTANCES.size());
    roll(nodes.rs(), oneByOne(first), WRITE_PREVIOUS, ofRs, "upgraded, one of two");
    phase("old and new beside each other", ofRs, () -> rest(MIXED));
    roll(nodes.rs(), oneByOne(second), WRITE_PREVIOUS, ofRs, "upgraded, the other too");
    roll(nodes.rs(), List.of(first, second), Map.of(), ofRs, "write the new shape");
    roll(nodes.gr(), List.of(SERVICES), Map.of(), ofGr, "upgraded, the only ones (gr)");
  }

  private static List<List<String>> oneByOne(List<String> names) {
    return names.stream().map(List::of).toList();
  }

  /**
   * Stops the process, whatever its jar, and starts the planned one.
   *
   * @param groups of processes that are away at the same time
   */
  private void roll(
      Node node,
      List<List<String>> groups,
      Map<String, String> variables,
      Steady steady,
      String what) {
    Instant from = clock.instant();
    for (List<String> names : groups) {
      List<ProcessPlan> processes =
          names.stream().map(name -> node.plan().process(name).with(variables)).toList();
      phase(
          String.join(", ", names) + " " + what,
          steady,
          () -> {
            processes.forEach(process -> node.processes().stop(process, STOP));
            start(node, processes);
          });
    }
    tell("all of them", steady, from);
  }

  /** Causes it, waits until the feed has caught up, and prints the cost. */
  private void phase(String what, Steady steady, Runnable action) {
    Instant from = clock.instant();
    action.run();
    rest(LEVEL);
    if (!steady.awaitSeen()) {
      out.println("  the feed does not get level again");
    }
    tell(what, steady, from);
  }

  private void tell(String what, Steady steady, Instant from) {
    List<Operation> ours =
        history.operations().stream()
            .filter(asked -> asked.subject().startsWith(steady.marks()))
            .toList();
    out.println(what);
    out.println("    " + Cost.of(ours, steady::seen, from, clock.instant()));
  }

  private void start(Node node, List<ProcessPlan> processes) {
    long begin = System.nanoTime();
    processes.forEach(process -> node.processes().start(process));
    for (ProcessPlan process : processes) {
      boolean well = Poll.until(START, TICK, () -> node.processes().isHealthy(process));
      double took = (System.nanoTime() - begin) / 1e9;
      out.printf(
          "  %s %s after %.1f s%n", process.name(), well ? "is healthy" : "IS NOT HEALTHY", took);
    }
  }

  private boolean isKept(EndStateCheck endStateCheck, List<String> troubles) {
    AtomicReference<List<Violation>> last = new AtomicReference<>(List.of());
    Poll.until(
        DRAIN,
        Duration.ofSeconds(1),
        () -> {
          last.set(endStateCheck.look());
          return last.get().isEmpty();
        });
    troubles.forEach(what -> out.println("VIOLATION " + what));
    last.get().stream().limit(20).forEach(what -> out.println("VIOLATION " + what));
    boolean kept = troubles.isEmpty() && last.get().isEmpty();
    out.printf(
        "wide: %d requests, seed %d: %s%n",
        history.operations().size(), settings.seed(), kept ? "all kept" : "VIOLATED");
    return kept;
  }

  private static void rest(Duration time) {
    Poll.until(time, time, () -> false);
  }
}
