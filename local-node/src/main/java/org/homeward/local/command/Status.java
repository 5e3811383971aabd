package org.homeward.local.command;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import org.homeward.local.node.Node;
import org.homeward.local.node.ProcessPlan;

/** Says what runs and whether it does its work; 1 when something does not. */
final class Status {
  private final PrintStream out;
  private final Clock clock;

  Status(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  int run(Node node) {
    out.printf(
        "  %-10s %7s %9s %8s %9s  %s%n", "process", "port", "pid", "RSS MB", "up for", "state");
    int running = 0;
    int healthy = 0;
    for (ProcessPlan process : node.plan().processes()) {
      var live = node.processes().find(process);
      boolean works = live.isPresent() && node.processes().isHealthy(process);
      running += live.isPresent() ? 1 : 0;
      healthy += works ? 1 : 0;
      out.printf(
          "  %-10s %7d %9s %8s %9s  %s%n",
          process.name(),
          process.port(),
          live.map(p -> "" + p.pid()).orElse("-"),
          live.map(p -> "" + p.residentMegabytes()).orElse("-"),
          live.map(p -> age(Duration.between(p.started(), clock.instant()))).orElse("-"),
          works ? "healthy" : live.isPresent() ? "NOT HEALTHY" : "not running");
    }
    return verdict(node, running, healthy);
  }

  private int verdict(Node node, int running, int healthy) {
    int all = node.plan().processes().size();
    if (healthy == all) {
      out.println("Node " + node.plan().name() + " works: " + node.plan().door());
      return 0;
    }
    if (running == 0) {
      out.println("Node " + node.plan().name() + " does not run; ./homeward up starts it.");
    } else if (running < all) {
      out.println(
          "Something is missing; ./homeward up starts it, ./homeward logs <process> tells.");
    } else {
      out.println("See ./homeward logs <process>; ./homeward down and up start all anew.");
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
