package org.homeward.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.homeward.local.client.Hotline;
import org.homeward.local.node.Detours;
import org.homeward.local.node.Jars;
import org.homeward.local.node.Jvm;
import org.homeward.local.node.Neighbours;
import org.homeward.local.node.Node;
import org.homeward.local.node.NodePlan;
import org.homeward.local.node.Poll;
import org.homeward.local.node.ProcessPlan;
import org.homeward.local.node.Processes;

/** Two nodes in a directory and on ports of their own, deleted with all they hold at the end. */
final class BenchNodes implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration STOP = Duration.ofSeconds(15);
  private static final Duration TICK = Duration.ofMillis(50);
  private static final int SHOWN_LINES = 12;

  private final Path state;
  private final Neighbours neighbours;
  private final Clock clock;
  private final Thread interrupted;
  private final Jars jars;
  private volatile UnaryOperator<ProcessPlan> otherwise = UnaryOperator.identity();
  private volatile Jvm jvm = Jvm.chosen();

  BenchNodes(Path state, Jars jars, Clock clock) throws IOException {
    this.state = state;
    this.jars = jars;
    this.clock = clock;
    Files.createDirectories(state);
    Neighbours left = Neighbours.in(state, jars, clock); // by a run that was itself killed
    if (Files.exists(state.resolve("ports"))) {
      left.erase();
    }
    neighbours = Neighbours.onFreePorts(state, jars, new AsWanted(), clock);
    interrupted =
        new Thread(
            () -> {
              neighbours.abandon();
              neighbours.down();
            });
    Runtime.getRuntime().addShutdownHook(interrupted);
  }

  Node rs() {
    return neighbours.rs();
  }

  NodePlan plan() {
    return rs().plan();
  }

  Node gr() {
    return neighbours.gr();
  }

  Clock clock() {
    return clock;
  }

  Path state() {
    return state;
  }

  Path jar(String module) {
    return jars.of(module);
  }

  /** The node {@code rs}, started if it does not run. */
  Hotline up() {
    neighbours.up(List.of(rs()), line -> {});
    return new Hotline(plan());
  }

  List<Node.Started> upFresh() {
    return neighbours.up(List.of(rs()), line -> {});
  }

  void upBoth() {
    neighbours.up(line -> {});
  }

  void down() {
    neighbours.down();
  }

  void erase() {
    neighbours.erase();
  }

  /** How processes are started from now on, where that differs from a plain node. */
  void start(UnaryOperator<ProcessPlan> differently) {
    otherwise = differently;
  }

  /**
   * Nothing stored, and a store with room for what is measured: a plain node's 384 MB hold some
   * thousand cases, and the store ends when they are full.
   */
  void eraseAndMakeRoom() {
    erase();
    start(withOptions("engines", "-Xmx3g", "-Xms1g", "-Xmn400m"));
  }

  /** How JVMs are run from now on. */
  void run(Jvm wanted) {
    jvm = wanted;
  }

  /** As everybody starts them. */
  void startPlainly() {
    otherwise = UnaryOperator.identity();
    jvm = Jvm.chosen();
  }

  /** Ends a process of {@code rs} and starts it anew. */
  void restart(String name) {
    stop(name);
    ProcessPlan process = plan().process(name);
    rs().processes().start(process);
    if (!Poll.until(PATIENCE, TICK, () -> rs().processes().isHealthy(process))) {
      throw new IllegalStateException(name + " did not start");
    }
  }

  /** Waits until all of {@code rs} works. */
  void awaitHealthy() {
    if (!Poll.until(PATIENCE, TICK, rs()::isHealthy)) {
      throw new IllegalStateException("the node is not healthy");
    }
  }

  void stop(String name) {
    rs().processes().stop(plan().process(name), STOP);
  }

  /** One more process beside the nodes; its files are deleted with those of {@code gr}. */
  void startBeside(ProcessPlan process) {
    Processes processes = gr().processes();
    processes.start(process);
    if (!Poll.until(PATIENCE, TICK, () -> processes.isHealthy(process))) {
      throw new IllegalStateException(
          process.name() + " did not start: " + processes.lastLines(process, SHOWN_LINES));
    }
  }

  void endBeside(ProcessPlan process) {
    gr().processes().stop(process, STOP);
  }

  ProcessHandle process(String name) {
    return rs().processes().find(plan().process(name)).orElseThrow().handle();
  }

  /** Further options for one process. */
  static UnaryOperator<ProcessPlan> withOptions(String process, String... more) {
    return usual -> usual.name().equals(process) ? usual.withOptions(List.of(more)) : usual;
  }

  private final class AsWanted implements Detours {
    @Override
    public ProcessPlan process(String node, ProcessPlan usual) {
      return otherwise.apply(usual);
    }

    @Override
    public Jvm jvm(String node) {
      return jvm;
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(interrupted);
    neighbours.erase();
    try (var files = Files.walk(state)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException gone) {
      // Nothing is left.
    }
  }
}
