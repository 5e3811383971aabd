package org.homeward.local.rounds;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.homeward.local.client.DeskLogin;
import org.homeward.local.client.FeedWatch;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.Latencies;
import org.homeward.local.client.PoliceReader;
import org.homeward.local.node.Node;
import org.homeward.local.node.Poll;
import org.homeward.local.node.ProcessPlan;
import org.homeward.local.topics.Topics;

/** Rounds of reports during which the node's processes are killed at random. */
public final class KillRounds {
  private static final int CALLERS = 8;
  private static final int AMONG_KILLS = 70; // percent; the rest shows the speed in quiet times
  private static final Duration QUIET_PACE = Duration.ofMillis(50);
  private static final Duration DRAINED = Duration.ofSeconds(90);
  private static final Duration TICK = Duration.ofMillis(200);

  private final Node node;
  private final Hotline hotline;
  private final PrintStream out;
  private final List<Call> calls = new ArrayList<>();

  /**
   * @param node of its own: what it holds is nobody's
   */
  public KillRounds(Node node, PrintStream out) {
    this.node = node;
    this.hotline = new Hotline(node.plan());
    this.out = out;
  }

  /**
   * How hard it gets.
   *
   * @param reports in each round, two of three released
   * @param kills in each round; from five on each process is killed
   */
  public record Settings(int rounds, int reports, int kills, long seed) {
    public Settings {
      if (rounds < 1 || reports < 1 || kills < 1) {
        throw new IllegalArgumentException("rounds, reports and kills are at least 1");
      }
    }
  }

  /** Returns whether every round ended as it must. */
  public boolean run(Settings settings) throws InterruptedException {
    out.println("kill-rounds: seed " + settings.seed());
    node.up(line -> {});
    DeskLogin desk = hotline.newDesk("kill rounds", false);
    int violated = 0;
    for (int round = 1; round <= settings.rounds(); round++) {
      out.printf("round %d%n", round);
      List<String> violations = round(round, settings, desk);
      violations.forEach(violation -> out.println("  VIOLATION " + violation));
      violated += violations.isEmpty() ? 0 : 1;
    }
    out.println(violated == 0 ? "kill-rounds: all kept" : "kill-rounds: " + violated + " violated");
    return violated == 0;
  }

  private List<String> round(int round, Settings settings, DeskLogin desk)
      throws InterruptedException {
    var random = new Random(settings.seed() + round);
    var kills = new Kills(node, random, line -> out.println("  " + line));
    List<Call> ofRound = calls(round, settings.reports(), desk, random);
    calls.addAll(ofRound);
    PoliceReader police = hotline.desk(desk);
    try (var watch = new FeedWatch(police)) {
      long begin = System.nanoTime();
      play(ofRound, kills, settings.kills());
      node.up(line -> out.println("  again: " + line));
      awaitDrained(ofRound, watch);
      report(ofRound, kills, watch, System.nanoTime() - begin);
    }
    var findings = new Findings(hotline, police);
    findings.ofLocations(ofRound.stream().map(Call::told).toList());
    return findings.of(calls.stream().map(Call::told).toList());
  }

  private List<Call> calls(int round, int count, DeskLogin desk, Random random) {
    List<Call> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String plate = "K%d-%05d".formatted(round, i);
      made.add(new Call(hotline.as("ana"), plate, random.nextInt(3) == 0 ? null : desk.id()));
    }
    return made;
  }

  /** Deals the calls out around the kills, so that each kill hits calls under way. */
  private void play(List<Call> ofRound, Kills kills, int count) throws InterruptedException {
    List<ProcessPlan> victims = kills.victims(count);
    var dealt = new Semaphore(0);
    var next = new Semaphore(CALLERS);
    var done = new CountDownLatch(ofRound.size());
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      callers.execute(() -> deal(ofRound, dealt, next, done, callers));
      int share = ofRound.size() * AMONG_KILLS / 100 / victims.size() / 2;
      for (ProcessPlan victim : victims) {
        dealt.release(share);
        kills.pause(1200);
        dealt.release(share);
        kills.kill(victim);
      }
      kills.settle();
      for (int i = 0; i < ofRound.size() - 2 * share * victims.size(); i++) {
        dealt.release();
        Poll.until(QUIET_PACE, QUIET_PACE, () -> false);
      }
      done.await();
    }
  }

  private static void deal(
      List<Call> ofRound, Semaphore dealt, Semaphore next, CountDownLatch done, Executor callers) {
    for (Call call : ofRound) {
      dealt.acquireUninterruptibly();
      next.acquireUninterruptibly();
      callers.execute(
          () -> {
            try {
              call.run();
            } finally {
              next.release();
              done.countDown();
            }
          });
    }
  }

  /** All that was released is seen, and nothing is on its way any more. */
  private void awaitDrained(List<Call> ofRound, FeedWatch watch) {
    ofRound.stream()
        .filter(call -> call.told().released())
        .forEach(call -> watch.await(call.told().plate(), DRAINED));
    String name = node.plan().name();
    Set<String> cases = ofRound.stream().map(Call::caseId).collect(Collectors.toSet());
    try (var topics = new Topics(node.plan().broker())) {
      Poll.until(DRAINED, TICK, () -> topics.keys(name + ".cases").containsAll(cases));
      Poll.until(DRAINED, TICK, () -> topics.hasRead(name + ".alert", name + ".cases"));
    }
  }

  private void report(List<Call> ofRound, Kills kills, FeedWatch watch, long nanos) {
    var quiet = new Latencies();
    int released = 0;
    for (Call call : ofRound) {
      var seen = watch.seen(call.told().plate());
      if (call.told().released() && seen.isPresent()) {
        released++;
        if (!kills.touched(call.releasedAt(), seen.getAsLong())) {
          quiet.add(Duration.ofNanos(Math.max(0, seen.getAsLong() - call.releasedAt())));
        }
      }
    }
    out.printf(
        "  %d reports in %.0f s, %d released and seen, %d held, %d requests repeated%n",
        ofRound.size(),
        nanos / 1e9,
        released,
        ofRound.stream().filter(call -> !call.told().released()).count(),
        ofRound.stream().mapToInt(Call::repeats).sum());
    out.printf(
        "  released → on the feed, of %d away from kills, at 20/s: %s%n", quiet.count(), quiet);
  }
}
