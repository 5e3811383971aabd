package org.homeward.trials.soak.load;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.homeward.local.client.FeedWatch;
import org.homeward.local.node.Poll;
import org.homeward.trials.soak.history.History;
import org.homeward.trials.soak.history.Kind;
import org.homeward.trials.soak.load.Call.Fate;
import org.homeward.trials.soak.load.Call.Team;

/** Files and releases reports at a constant pace, and follows the feed as a police desk. */
public final class Steady implements AutoCloseable {
  private static final Duration FOR_EVER = Duration.ofDays(1);
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final History history;
  private final People people;
  private final Team team;
  private final String marks;
  private final FeedWatch watch;
  private final Instant began;
  private final long nanosThen = System.nanoTime();
  private final AtomicInteger count = new AtomicInteger();
  private final Queue<String> troubles = new ConcurrentLinkedQueue<>();
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private final Thread dealer;
  private volatile boolean ended;

  /**
   * Starts immediately.
   *
   * @param node the node that gets the reports
   * @param marks how the plates begin
   */
  public Steady(
      History history, People people, String node, String marks, Duration pace, Clock clock) {
    this.history = history;
    this.people = people;
    this.team = node.equals("gr") ? people.gr() : people.rs();
    this.marks = marks;
    began = clock.instant();
    watch = new FeedWatch(team.hotline().desk(people.desk(node)), LOOK);
    dealer = Thread.ofVirtual().start(() -> Poll.until(FOR_EVER, pace, this::next));
  }

  /** How the plates begin. */
  public String marks() {
    return marks;
  }

  public int count() {
    return count.get();
  }

  /** The time at which the feed first showed a report. */
  public Optional<Instant> seen(String plate) {
    return watch.seen(plate).stream()
        .mapToObj(nanos -> began.plusNanos(nanos - nanosThen))
        .findFirst();
  }

  /** Waits until the feed has shown everything released so far; false when that takes too long. */
  public boolean awaitSeen() {
    return history.operations().stream()
        .filter(asked -> asked.kind() == Kind.RELEASE && asked.isOk())
        .filter(asked -> asked.subject().startsWith(marks))
        .allMatch(asked -> watch.await(asked.subject(), PATIENCE));
  }

  /** Stops filing, waits for all outcomes, and returns the failures. */
  public Queue<String> end() throws InterruptedException {
    ended = true;
    dealer.join();
    callers.shutdown();
    if (!callers.awaitTermination(5, TimeUnit.MINUTES)) {
      troubles.add("some reports have no outcome");
    }
    return troubles;
  }

  @Override
  public void close() {
    ended = true;
    callers.shutdownNow();
    watch.close();
  }

  private boolean next() {
    if (!ended) {
      String node = team.hotline().node().name();
      String plate = marks + count.getAndIncrement();
      var call =
          new Call(team, history, people.desk(node), plate, Fate.RELEASED, false, false, false);
      callers.execute(() -> run(call));
    }
    return ended;
  }

  private void run(Call call) {
    try {
      call.run();
      if (!call.isReleased()) {
        troubles.add(call.plate() + " was not released");
      }
    } catch (RuntimeException e) {
      troubles.add(call.plate() + ": " + e.getMessage());
    }
  }
}
