package org.homeward.local.command;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.homeward.local.node.LiveProcess;
import org.homeward.local.node.Node;
import org.homeward.local.node.Node.Started;
import org.homeward.local.node.ProcessPlan;

/** Starts the node and says what runs where. */
final class Up {
  private final PrintStream out;

  Up(PrintStream out) {
    this.out = out;
  }

  int run(Node node) throws Exception {
    if (node.isHealthy()) {
      out.println("Node " + node.plan().name() + " already runs: " + node.plan().door());
      if (!isOfThisBuild(node)) {
        out.println("It is of an earlier build; ./homeward down and up start the present one.");
      }
      return 0;
    }
    long begin = System.nanoTime();
    var started = start(node);
    table(node, started, Duration.ofNanos(System.nanoTime() - begin));
    return 0;
  }

  /** Starts what does not run; an interrupt meanwhile ends it again. */
  List<Started> start(Node node) throws Exception {
    out.println("Starting node " + node.plan().name() + " …");
    var interrupted = new Interruption(() -> undo(node));
    try (var _ = node.reserve();
        var _ = interrupted) {
      return node.up(line -> out.println("  " + line));
    }
  }

  private static boolean isOfThisBuild(Node node) {
    return node.plan().processes().stream()
        .allMatch(
            process ->
                node.processes()
                    .find(process)
                    .map(live -> live.isFrom(process.jar()))
                    .orElse(true));
  }

  private void undo(Node node) {
    out.println("Interrupted: ending what was started …");
    node.abandon();
  }

  private void table(Node node, List<Started> started, Duration total) {
    Map<ProcessPlan, Duration> times =
        started.stream().collect(Collectors.toMap(Started::plan, Started::toHealthy));
    long memory = 0;
    out.printf("%n  %-10s %7s %9s %8s %9s%n", "process", "port", "pid", "RSS MB", "healthy");
    for (ProcessPlan process : node.plan().processes()) {
      var live = node.processes().find(process);
      long resident = live.map(LiveProcess::residentMegabytes).orElse(0L);
      memory += resident;
      out.printf(
          "  %-10s %7d %9s %8d %9s%n",
          process.name(),
          process.port(),
          live.map(LiveProcess::pid).map(String::valueOf).orElse("-"),
          resident,
          times.containsKey(process) ? seconds(times.get(process)) : "before");
    }
    out.printf("%n  healthy after %s, %d MB resident in all%n", seconds(total), memory);
    out.println("  door " + node.plan().door() + ", logs " + node.plan().logs());
  }

  private static String seconds(Duration time) {
    return "%.1f s".formatted(time.toMillis() / 1000.0);
  }
}
