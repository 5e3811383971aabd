package org.homeward.local.node;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import org.homeward.local.registry.DemoRegistry;
import org.homeward.local.registry.Member;

/** The two nodes of this machine, their shared registry, and their common start and stop. */
public final class Neighbours {
  private static final String PORTS = "ports";
  private static final int STARTS_PER_PROCESSOR = 3;

  private final Path state;
  private final PortPlan ports;
  private final DemoRegistry registry;
  private final Node rs;
  private final Node gr;

  private Neighbours(Path state, PortPlan ports, Jars jars, Detours detours, Clock clock) {
    this.state = state;
    this.ports = ports;
    Path registryFiles = state.resolve("registry");
    registry = new DemoRegistry(registryFiles, clock);
    var atOnce =
        new Semaphore(STARTS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors(), true);
    rs = node("rs", ports.rs(), jars, detours, atOnce);
    gr = node("gr", ports.gr(), jars, detours, atOnce);
  }

  /**
   * Uses the ports kept in this directory, or the standard ports.
   *
   * @param state the directory of all state
   */
  public static Neighbours in(Path state, Jars jars, Clock clock) {
    return new Neighbours(state, PortPlan.kept(state.resolve(PORTS)), jars, Detours.NONE, clock);
  }

  /** Uses free ports, and keeps their numbers in the directory. */
  public static Neighbours onFreePorts(Path state, Jars jars, Clock clock) {
    return onFreePorts(state, jars, Detours.NONE, clock);
  }

  /** The same, with differences from plain nodes. */
  public static Neighbours onFreePorts(Path state, Jars jars, Detours detours, Clock clock) {
    PortPlan free = PortPlan.free();
    free.keep(state.resolve(PORTS));
    return new Neighbours(state, free, jars, detours, clock);
  }

  /** The same, with a wide node {@code rs}: three brokers, two instances of each service. */
  public static Neighbours wideOnFreePorts(Path state, Jars jars, Clock clock) {
    PortPlan free = PortPlan.freeAndWide();
    free.keep(state.resolve(PORTS));
    return new Neighbours(state, free, jars, Detours.NONE, clock);
  }

  public Node rs() {
    return rs;
  }

  public Node gr() {
    return gr;
  }

  public List<Node> all() {
    return List.of(rs, gr);
  }

  /**
   * The address of the exercise partner {@code drill} in the registry; no process listens there.
   */
  public URI drill() {
    return URI.create("http://127.0.0.1:" + ports.drill() + "/bridge/v1/messages");
  }

  public boolean isHealthy() {
    return all().stream().allMatch(Node::isHealthy);
  }

  /** Starts the missing processes of both nodes. */
  public List<Node.Started> up(Consumer<String> progress) {
    return up(all(), progress);
  }

  /**
   * Starts the missing processes of these nodes at the same time. When one fails, it stops what it
   * has started.
   *
   * @throws NodeFailure with words for the person who wanted it
   */
  public List<Node.Started> up(List<Node> wanted, Consumer<String> progress) {
    wanted.forEach(Node::checkPorts);
    registry.prepare(members(), drill());
    var failures = new ConcurrentLinkedQueue<RuntimeException>();
    return together(
        wanted,
        node -> {
          try {
            return node.up(line -> progress.accept(node.plan().name() + " " + line));
          } catch (RuntimeException failed) {
            failures.add(failed);
            wanted.forEach(Node::abandon);
            throw failures.element(); // the others only say that it was given up
          }
        });
  }

  /** Stops what {@link #up} has started, also while it still works. */
  public void abandon() {
    all().forEach(Node::abandon);
  }

  public List<Node.Ended> down() {
    return together(all(), Node::down);
  }

  /** Stops both nodes and deletes their state and the registry. */
  public void erase() {
    down();
    all().forEach(Node::erase);
    NodeFiles.delete(state.resolve("registry"));
  }

  /** No other command starts or stops these nodes until the result is closed. */
  public static AutoCloseable reserve(List<Node> wanted) throws Exception {
    List<AutoCloseable> reserved = new ArrayList<>();
    AutoCloseable all =
        () -> {
          for (AutoCloseable one : reserved.reversed()) {
            one.close();
          }
        };
    try {
      for (Node node : wanted) {
        reserved.add(node.reserve());
      }
      return all;
    } catch (NodeFailure taken) {
      all.close();
      throw taken;
    }
  }

  private Node node(String name, NodePorts free, Jars jars, Detours detours, Semaphore atOnce) {
    Path registryFiles = state.resolve("registry");
    var plan = new NodePlan(name, free, state.resolve(name), registryFiles, jars, detours);
    return new Node(plan, atOnce);
  }

  private List<Member> members() {
    List<Member> members = new ArrayList<>();
    for (Node node : all()) {
      NodePlan plan = node.plan();
      String country = plan.name().toUpperCase(Locale.ROOT);
      members.add(new Member(plan.name(), country, plan.partnerEndpoint(), false, plan.nodeKeys()));
    }
    return members;
  }

  private static <T> List<T> together(List<Node> nodes, Function<Node, List<T>> work) {
    try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          nodes.stream()
              .map(node -> CompletableFuture.supplyAsync(() -> work.apply(node), each))
              .toList();
      return running.stream().map(CompletableFuture::join).flatMap(List::stream).toList();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException e ? e : failed;
    }
  }
}
