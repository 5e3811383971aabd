package org.homeward.trials.soak.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.homeward.local.client.Hotline;
import org.homeward.local.node.LiveProcess;
import org.homeward.local.node.Node;
import org.homeward.local.node.Poll;
import org.homeward.local.node.ProcessPlan;
import org.homeward.trials.soak.check.Violation;
import org.homeward.trials.soak.history.History;
import org.homeward.trials.soak.load.Load;
import org.homeward.trials.soak.load.People;

/** The target of faults: two nodes and the connections between their processes. */
public final class NodePair {
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration TICK = Duration.ofMillis(100);

  private final Map<String, Node> nodes;
  private final Map<String, Hotline> hotlines = new ConcurrentHashMap<>();
  private final Wiring wiring;
  private final Random random;
  private final boolean slow;
  private final Stage stage;
  private final Queue<Violation> violations = new ConcurrentLinkedQueue<>();
  private final List<Thread> waiting = new ArrayList<>();
  private final List<String> away = new ArrayList<>(); // guarded by itself

  /** The people who use the nodes, and the history that records their requests. */
  public record Stage(Load load, People people, History history) {}

  /**
   * @param slow outages last as long as real ones
   */
  public NodePair(List<Node> nodes, Wiring wiring, Random random, boolean slow, Stage stage) {
    this.nodes = new TreeMap<>();
    nodes.forEach(node -> this.nodes.put(node.plan().name(), node));
    nodes.forEach(node -> hotlines.put(node.plan().name(), new Hotline(node.plan())));
    this.wiring = wiring;
    this.random = random;
    this.slow = slow;
    this.stage = stage;
  }

  Wiring wiring() {
    return wiring;
  }

  Random random() {
    return random;
  }

  boolean isSlow() {
    return slow;
  }

  Stage stage() {
    return stage;
  }

  /** Reports a violation that only the fault can see. */
  void violated(int invariant, String what) {
    violations.add(new Violation(invariant, what));
  }

  public List<Violation> violations() {
    return List.copyOf(violations);
  }

  List<String> names() {
    return List.copyOf(nodes.keySet());
  }

  /** One of the nodes. */
  String anyNode() {
    return any(names());
  }

  <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  Node node(String name) {
    Node node = nodes.get(name);
    if (node == null) {
      throw new IllegalArgumentException("no node " + name);
    }
    return node;
  }

  Hotline hotline(String name) {
    return hotlines.getOrDefault(name, hotlines.values().iterator().next());
  }

  ProcessPlan process(String node, String process) {
    return node(node).plan().process(process);
  }

  LiveProcess live(String node, String process) {
    return node(node)
        .processes()
        .find(process(node, process))
        .orElseThrow(() -> new IllegalStateException(node + " " + process + " does not run"));
  }

  void kill(String node, String process) {
    node(node).processes().kill(process(node, process));
  }

  /** Starts the process by its present plan; {@link #settle} waits until it is healthy. */
  void start(String node, String process) {
    start(node, process(node, process));
  }

  /** Starts one more process of a node; the caller also ends it. */
  void start(String node, ProcessPlan plan) {
    node(node).processes().start(plan);
    waiting.add(
        Thread.ofVirtual()
            .start(
                () -> {
                  if (!Poll.until(START, TICK, () -> node(node).processes().isHealthy(plan))) {
                    synchronized (away) {
                      away.add(node + " " + plan.name() + " did not come back");
                    }
                  }
                }));
  }

  /** Waits until what was started last is healthy. */
  void awaitStarted() throws InterruptedException {
    for (Thread each : List.copyOf(waiting)) {
      each.join();
    }
  }

  /** Waits until every restarted process is healthy; returns the names of those that are not. */
  public List<String> settle() throws InterruptedException {
    awaitStarted();
    waiting.clear();
    synchronized (away) {
      List<String> missing = List.copyOf(away);
      away.clear();
      return missing;
    }
  }

  /** Waits between these many milliseconds. */
  public Duration pause(int from, int to) {
    Duration time = Duration.ofMillis(from + random.nextInt(Math.max(1, to - from)));
    Poll.until(time, TICK.dividedBy(4), () -> false);
    return time;
  }

  static String seconds(Duration time) {
    return "%.1f s".formatted(time.toMillis() / 1000.0);
  }
}
