package org.homeward.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.homeward.local.node.ProcessPlan;

/** How much processor time each process of a node has taken. */
final class ProcessorTime {
  private static final String THIS = "this";

  private final Map<String, Duration> taken = new LinkedHashMap<>();

  private ProcessorTime() {}

  static ProcessorTime now(BenchNodes nodes) {
    var now = new ProcessorTime();
    for (ProcessPlan process : nodes.plan().processes()) {
      nodes
          .rs()
          .processes()
          .find(process)
          .flatMap(live -> live.handle().info().totalCpuDuration())
          .ifPresent(time -> now.taken.put(process.name(), time));
    }
    ProcessHandle.current().info().totalCpuDuration().ifPresent(time -> now.taken.put(THIS, time));
    return now;
  }

  /** Seconds of all processes of the node, without the benchmark. */
  double ofNode() {
    return taken.entrySet().stream()
        .filter(process -> !process.getKey().equals(THIS))
        .mapToDouble(process -> process.getValue().toNanos() / 1e9)
        .sum();
  }

  /** Milliseconds of each process for one of so many, in words; {@code this} is the benchmark. */
  String eachSince(ProcessorTime before, double count) {
    var words = new StringJoiner(", ");
    taken.forEach(
        (process, time) -> {
          Duration was = before.taken.getOrDefault(process, Duration.ZERO);
          double each = time.minus(was).toNanos() / 1e6 / Math.max(1, count);
          if (each >= 0.01) {
            words.add("%s %.2f".formatted(process, each));
          }
        });
    return words.toString();
  }
}
