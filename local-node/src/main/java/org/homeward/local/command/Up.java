package org.homeward.local.command;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.homeward.local.node.LiveProcess;
import org.homeward.local.node.Neighbours;
import org.homeward.local.node.Node;
import org.homeward.local.node.Node.Started;
import org.homeward.local.node.ProcessPlan;

/** Starts nodes and shows their addresses. */
public final class Up {
  private final PrintStream out;

  public Up(PrintStream out) {
    this.out = out;
  }

  int run(Neighbours neighbours, List<Node> wanted) throws Exception {
    if (wanted.stream().allMatch(Node::isHealthy)) {
      for (Node node : wanted) {
        out.println("Node " + node.plan().name() + " already runs: " + node.plan().door());
      }
      if (!wanted.stream().allMatch(Up::isOfThisBuild)) {
        out.println("Some of it is of an earlier build; ./homeward down and up start the present.");
      }
      return 0;
    }
    long begin = System.nanoTime();
    List<Started> started = start(neighbours, wanted);
    table(wanted, started, Duration.ofNanos(System.nanoTime() - begin));
    return 0;
  }

  /** Starts the missing processes; an interrupt stops them again. */
  public List<Started> start(Neighbours neighbours, List<Node> wanted) throws Exception {
    out.println("Starting " + names(wanted) + " …");
    var interrupted = new Interruption(() -> undo(neighbours));
    try (var _ = Neighbours.reserve(wanted);
        var _ = interrupted) {
      return neighbours.up(wanted, line -> out.println("  " + line));
    }
  }

  private static String names(List<Node> nodes) {
    return nodes.stream()
        .map(node -> "node " + node.plan().name())
        .collect(Collectors.joining(" and "));
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

  private void undo(Neighbours neighbours) {
    out.println("Interrupted: ending what was started …");
    neighbours.abandon();
  }

  private void table(List<Node> nodes, List<Started> started, Duration total) {
    long memory = 0;
    for (Node node : nodes) {
      memory += table(node, started);
    }
    out.printf("%n  healthy after %s, %d MB resident in all%n", seconds(total), memory);
  }

  private long table(Node node, List<Started> started) {
    Map<String, Duration> times =
        started.stream()
            .filter(it -> node.plan().processes().contains(it.plan()))
            .collect(Collectors.toMap(it -> it.plan().name(), Started::toHealthy));
    long memory = 0;
    out.printf(
        "%n  %-10s %7s %9s %8s %9s%n", node.plan().name(), "port", "pid", "RSS MB", "healthy");
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
          times.containsKey(process.name()) ? seconds(times.get(process.name())) : "before");
    }
    out.println("  door " + node.plan().door() + ", mail " + node.plan().mailPage());
    return memory;
  }

  private static String seconds(Duration time) {
    return "%.1f s".formatted(time.toMillis() / 1000.0);
  }
}
