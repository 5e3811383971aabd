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

/** Kills one process after the other at random moments, and starts it again. */
final class Kills {
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration TICK = Duration.ofMillis(100);
  private static final Duration SETTLING = Duration.ofSeconds(1);

  private final Node node;
  private final Random random;
  private final Consumer<String> tell;
  private final List<Thread> waiting = new ArrayList<>();
  private final List<Window> windows = Collections.synchronizedList(new ArrayList<>());

  Kills(Node node, Random random, Consumer<String> tell) {
    this.node = node;
    this.random = random;
    this.tell = tell;
  }

  /** From a kill until what was killed works again, as {@link System#nanoTime}. */
  private record Window(long from, long until) {}

  /** As many processes as wanted, each once before one comes twice. */
  List<ProcessPlan> victims(int wanted) {
    List<ProcessPlan> victims = new ArrayList<>();
    while (victims.size() < wanted) {
      List<ProcessPlan> all = new ArrayList<>(node.plan().processes());
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
  void kill(ProcessPlan victim) throws InterruptedException {
    long from = System.nanoTime();
    node.processes().kill(victim);
    pause(1500);
    node.processes().start(victim);
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

  private void awaitBack(ProcessPlan victim, long from) {
    boolean inTime = Poll.until(START, TICK, () -> node.processes().isHealthy(victim));
    long until = System.nanoTime();
    windows.add(new Window(from, until + SETTLING.toNanos()));
    String became = inTime ? "works again" : "STILL AWAY";
    tell.accept(
        "%s killed, %s after %.1f s".formatted(victim.name(), became, (until - from) / 1e9));
  }

  /** Whether anything was dead or just back at some time between these two. */
  boolean touched(long from, long until) {
    synchronized (windows) {
      return windows.stream().anyMatch(w -> w.from() <= until && w.until() >= from);
    }
  }
}
