package org.homeward.local.command;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.homeward.local.node.LiveProcess;
import org.homeward.local.node.Node;
import org.homeward.local.node.ProcessPlan;

/** Shows which processes run, their memory and health; exit status 1 when one is not healthy. */
final class Status {
  private final PrintStream out;
  private final Clock clock;

  Status(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  int run(List<Node> nodes) {
    int worst = 0;
    long memory = 0;
    for (Node node : nodes) {
      Seen seen = look(node);
      worst = Math.max(worst, verdict(node, seen));
      memory += seen.memory();
      out.println();
    }
    out.println(memory + " MB resident in all.");
    return worst;
  }

  private record Seen(int running, int healthy, long memory) {}

  private Seen look(Node node) {
    out.printf(
        "  %-10s %7s %9s %8s %9s  %s%n",
        node.plan().name(), "port", "pid", "RSS MB", "up for", "state");
    int running = 0;
    int healthy = 0;
    long memory = 0;
    for (ProcessPlan process : node.plan().processes()) {
      var live = node.processes().find(process);
      boolean works = live.isPresent() && node.processes().isHealthy(process);
      long resident = live.map(LiveProcess::residentMegabytes).orElse(0L);
      running += live.isPresent() ? 1 : 0;
      healthy += works ? 1 : 0;
      memory += resident;
      out.printf(
          "  %-10s %7d %9s %8s %9s  %s%n",
          process.name(),
          process.port(),
          live.map(p -> "" + p.pid()).orElse("-"),
          live.isPresent() ? "" + resident : "-",
          live.map(p -> age(Duration.between(p.started(), clock.instant()))).orElse("-"),
          live.isPresent() ? state(node, process, works) : "not running");
      node.processes()
          .fullHeap(process)
          .ifPresent(full -> out.println("    its " + full + heapIsSetBy(process)));
    }
    return new Seen(running, healthy, memory);
  }

  private static String state(Node node, ProcessPlan process, boolean works) {
    String health = works ? "healthy" : "NOT HEALTHY";
    return node.processes().cacheUse(process).map(use -> health + ", " + use).orElse(health);
  }

  private static String heapIsSetBy(ProcessPlan process) {
    return process.name().equals("engines") ? "; HOMEWARD_STORE_HEAP sets it" : "";
  }

  private int verdict(Node node, Seen seen) {
    int all = node.plan().processes().size();
    String name = "Node " + node.plan().name();
    if (seen.healthy() == all) {
      out.printf(
          "%s works, %d MB: %s, its mail %s%n",
          name, seen.memory(), node.plan().door(), node.plan().mailPage());
      return 0;
    }
    if (seen.running() == 0) {
      out.println(name + " does not run; ./homeward up " + node.plan().name() + " starts it.");
    } else if (seen.running() < all) {
      out.println(
          "Something is missing; ./homeward up starts it, ./homeward logs "
              + node.plan().name()
              + " <process> tells.");
    } else {
      out.println(
          "See ./homeward logs "
              + node.plan().name()
              + " <process>; ./homeward down and up start all anew.");
    }
    return 1;
  }

  private static String age(Duration age) {
    if (age.toMinutes() < 2) {
      return age.toSeconds() + " s";
    }
    return age.toHours() < 2 ? age.toMinutes() + " min" : age.toHours() + " h";
  }
}
