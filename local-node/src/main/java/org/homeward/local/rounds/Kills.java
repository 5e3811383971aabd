package org.homeward.local.rounds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.homeward.local.node.Node;
import org.homeward.local.node.Poll;
import org.homeward.local.node.ProcessPlan;

/** Kills processes of both nodes at random moments, and starts them again. */
final class Kills {
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration TICK = Duration.ofMillis(100);
  private static final Duration SETTLING = Duration.ofSeconds(1);

  private static final String OUTSIDE = "mail"; // its memory is the evidence

  private final List<Node> nodes;
  private final Random random;
  private final Consumer<String> tell;
  private final List<Thread> waiting = new ArrayList<>();
  private final List<Window> windows = Collections.synchronizedList(new ArrayList<>());

  Kills(List<Node> nodes, Random random, Consumer<String> tell) {
    this.nodes = List.copyOf(nodes);
    this.random = random;
    this.tell = tell;
  }

  /** From a kill until what was killed works again, as {@link System#nanoTime}. */
  private record Window(long from, long until) {}

  /** A process and the node that it is part of. */
  record Victim(Node node, ProcessPlan process) {
    @Override
    public String toString() {
      return node.plan().name() + " " + process.name();
    }
  }

  /** As many processes as wanted, each once before one comes twice. */
  List<Victim> victims(int wanted) {
    List<Victim> victims = new ArrayList<>();
    while (victims.size() < wanted) {
      List<Victim> all = new ArrayList<>();
      for (Node node : nodes) {
        for (ProcessPlan process : node.plan().processes()) {
          if (!process.name().equals(OUTSIDE)) {
            all.add(new Victim(node, process));
          }
        }
      }
      Collections.shuffle(all, random);
      victims.addAll(all);
    }
    return victims.subList(0, wanted);
  }

  void pause(int maxMillis) {
    Duration time = Duration.ofMillis(random.nextInt(maxMillis));
    Poll.until(time, time, () -> false);
  }

  /**
   * Kills it, leaves it dead for a while and starts it. Two times of three it waits until it works
   * again; else the next kill may come meanwhile.
   */
  void kill(Victim victim) throws InterruptedException {
    long from = System.nanoTime();
    victim.node().processes().kill(victim.process());
    pause(1500);
    victim.node().processes().start(victim.process());
    Thread back = Thread.ofVirtual().start(() -> awaitBack(victim, from));
    waiting.add(back);
    if (random.nextInt(3) > 0) {
      back.join();
    }
  }

  /** Returns when all that was killed works again, or does not for too long. */
  void settle() throws InterruptedException {
    for (Thread back : waiting) {
      back.join();
    }
    waiting.clear();
    Poll.until(SETTLING, SETTLING, () -> false);
  }

  private void awaitBack(Victim victim, long from) {
    boolean inTime =
        Poll.until(START, TICK, () -> victim.node().processes().isHealthy(victim.process()));
    long until = System.nanoTime();
    windows.add(new Window(from, until + SETTLING.toNanos()));
    String became = inTime ? "works again" : "STILL AWAY";
    tell.accept("%s killed, %s after %.1f s".formatted(victim, became, (until - from) / 1e9));
  }

  /** Whether anything was dead or just back at some time between these two. */
  boolean touched(long from, long until) {
    synchronized (windows) {
      return windows.stream().anyMatch(w -> w.from() <= until && w.until() >= from);
    }
  }
}
