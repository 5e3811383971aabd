package org.homeward.trials;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.homeward.local.node.Jars;
import org.homeward.local.node.Neighbours;
import org.homeward.local.node.NodePlan;
import org.homeward.local.node.ProcessPlan;
import org.homeward.local.node.Processes;

/** Some processes of node {@code rs} on free ports, told something else than usual. */
public final class PartOfANode implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration STOP = Duration.ofSeconds(15);

  private final NodePlan plan;
  private final Processes processes;
  private final List<ProcessPlan> started = new ArrayList<>();

  /**
   * @param name of the directory below {@code target} that holds its state and logs
   */
  public PartOfANode(String name) {
    var root = ProjectFiles.root();
    var state = root.resolve("trials/target").resolve(name);
    var neighbours = Neighbours.onFreePorts(state, Jars.built(root), Clock.systemUTC());
    neighbours.erase();
    plan = neighbours.rs().plan();
    processes = new Processes(plan);
  }

  public NodePlan plan() {
    return plan;
  }

  /** Starts them one after the other; each is healthy before the next. */
  public void start(Map<String, String> told, String... names) {
    for (String name : names) {
      ProcessPlan process = plan.process(name).with(told);
      started.add(process);
      processes.start(process);
      await(name + ", see " + plan.log(process))
          .atMost(START)
          .until(() -> processes.isHealthy(process));
    }
  }

  /** Ends a process between two of its instructions and starts it again. */
  public void killAndStart(String name) {
    ProcessPlan process =
        started.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    processes.kill(process);
    processes.start(process);
    await(name).atMost(START).until(() -> processes.isHealthy(process));
  }

  @Override
  public void close() {
    started.reversed().forEach(process -> processes.stop(process, STOP));
  }
}
