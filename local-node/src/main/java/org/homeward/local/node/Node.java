package org.homeward.local.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One node of this machine: all its processes together. */
public final class Node {
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration STOP = Duration.ofSeconds(15);
  private static final Duration TICK = Duration.ofMillis(100);
  private static final int SHOWN_LINES = 12;

  private final NodePlan plan;
  private final Processes processes;
  private final Semaphore atOnce;
  private final List<ProcessPlan> ours = new ArrayList<>(); // guarded by itself
  private final AtomicReference<@Nullable RuntimeException> givenUp = new AtomicReference<>();

  /**
   * @param atOnce a permit for each process that may be starting; fair, so that processes that
   *     others wait for come first
   */
  Node(NodePlan plan, Semaphore atOnce) {
    this.plan = plan;
    this.atOnce = atOnce;
    processes = new Processes(plan);
  }

  /** The time from a process's start until it was healthy. */
  public record Started(ProcessPlan plan, Duration toHealthy) {}

  /** How a process ended. */
  public record Ended(ProcessPlan plan, Processes.End end) {}

  public NodePlan plan() {
    return plan;
  }

  public Processes processes() {
    return processes;
  }

  public boolean isHealthy() {
    return plan.processes().stream().allMatch(processes::isHealthy);
  }

  /** No other command starts or stops this node until the result is closed. */
  public AutoCloseable reserve() {
    return NodeFiles.lock(plan);
  }

  /**
   * Starts the missing processes and waits until all are healthy. When that fails, it stops what it
   * has started.
   *
   * @throws NodeFailure with words for the person who wanted it
   */
  public List<Started> up(Consumer<String> progress) {
    checkPorts();
    NodeFiles.prepare(plan);
    var missing = missing();
    Executor each = task -> Thread.ofVirtual().start(task);
    Map<String, CompletableFuture<Started>> starts = new LinkedHashMap<>();
    for (ProcessPlan process : plan.processes()) {
      var needed = process.waitsFor().stream().map(starts::get).toArray(CompletableFuture[]::new);
      starts.put(
          process.name(),
          CompletableFuture.allOf(needed)
              .thenApplyAsync(_ -> startOne(process, progress), each)
              .whenComplete((_, failure) -> giveUp(failure)));
    }
    var all = CompletableFuture.allOf(starts.values().toArray(CompletableFuture[]::new));
    try {
      all.join();
    } catch (CompletionException failed) {
      abandon();
      throw firstFailure(failed);
    }
    return starts.values().stream()
        .map(CompletableFuture::join)
        .filter(started -> missing.contains(started.plan()))
        .toList();
  }

  /** Stops what this object has started, also while {@link #up} still works. */
  public void abandon() {
    givenUp.compareAndSet(null, new NodeFailure("The start was given up."));
    synchronized (ours) {
      stop(ours.reversed());
    }
  }

  /** Stops all processes in groups: first those that no other process needs. */
  public List<Ended> down() {
    var needed = plan.processes().stream().flatMap(p -> p.waitsFor().stream()).toList();
    List<Ended> ended = new ArrayList<>();
    for (boolean last : List.of(false, true)) {
      ended.addAll(
          stop(
              plan.processes().reversed().stream()
                  .filter(process -> needed.contains(process.name()) == last)
                  .toList()));
    }
    return ended;
  }

  private List<Ended> stop(List<ProcessPlan> together) {
    try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
      return together.stream()
          .map(
              process ->
                  CompletableFuture.supplyAsync(
                      () -> new Ended(process, processes.stop(process, STOP)), each))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    }
  }

  /** Stops all processes and deletes the node's state. */
  public void erase() {
    down();
    NodeFiles.delete(plan.directory());
  }

  private Started startOne(ProcessPlan process, Consumer<String> progress) {
    atOnce.acquireUninterruptibly();
    try {
      return startNow(process, progress);
    } finally {
      atOnce.release();
    }
  }

  private Started startNow(ProcessPlan process, Consumer<String> progress) {
    long begin = System.nanoTime();
    boolean started = startUnlessRunning(process);
    Poll.until(
        START,
        TICK,
        () ->
            givenUp.get() != null
                || processes.find(process).isEmpty()
                || processes.isHealthy(process));
    var took = Duration.ofNanos(System.nanoTime() - begin);
    if (givenUp.get() != null || !processes.isHealthy(process)) {
      throw whyNot(process);
    }
    if (started) {
      progress.accept(
          "%s is healthy after %.1f s".formatted(process.name(), took.toMillis() / 1000.0));
    }
    return new Started(process, took);
  }

  private boolean startUnlessRunning(ProcessPlan process) {
    synchronized (ours) { // so that nothing is started once abandon() has looked
      if (givenUp.get() != null || processes.find(process).isPresent()) {
        return false;
      }
      processes.start(process);
      ours.add(process);
      return true;
    }
  }

  private void giveUp(@Nullable Throwable failure) {
    if (failure != null) {
      givenUp.compareAndSet(
          null,
          failure.getCause() instanceof RuntimeException e
              ? e
              : new NodeFailure(failure.toString()));
    }
  }

  private RuntimeException firstFailure(RuntimeException otherwise) {
    var first = givenUp.get();
    return first == null ? otherwise : first;
  }

  private NodeFailure whyNot(ProcessPlan process) {
    String what =
        processes.find(process).isEmpty()
            ? process.name() + " ended while it was starting."
            : process.name() + " is not healthy after " + START.toSeconds() + " s.";
    return new NodeFailure(
        what
            + " The end of "
            + plan.log(process)
            + ":\n  "
            + String.join("\n  ", processes.lastLines(process, SHOWN_LINES)));
  }

  private List<ProcessPlan> missing() {
    return plan.processes().stream().filter(p -> processes.find(p).isEmpty()).toList();
  }

  /** Checks before any process starts. */
  void checkPorts() {
    List<String> taken = new ArrayList<>();
    for (ProcessPlan process : missing()) {
      for (int port : process.ports()) {
        if (!NodePorts.isFree(port)) {
          taken.add(
              "Port %d is taken, and %s of node %s needs it. See who has it ('ss -ltnp sport = :%d' or 'lsof -i :%d'), end that program and try again."
                  .formatted(port, process.name(), plan.name(), port, port));
        }
      }
    }
    if (!taken.isEmpty()) {
      throw new NodeFailure(String.join("\n", taken) + "\nNothing was started.");
    }
  }
}
