package org.homeward.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.homeward.local.client.Latencies;
import org.homeward.local.node.Poll;

/** One load on one peer, until all that it accepted is shown. */
final class PeerRun {
  static final String VISIBLE = "visible/s";
  static final String FAILED = "failed";
  static final String NEVER_VISIBLE = "never visible";

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration TICK = Duration.ofMillis(50);

  private final Queue<Handed> handed = new ConcurrentLinkedQueue<>();
  private final AtomicInteger failed = new AtomicInteger();
  private final Latencies answered = new Latencies();
  private final Latencies shown = new Latencies();
  private long lastShown;

  private final Duration patience;

  /**
   * @param patience how long what is accepted may take until it is shown
   */
  PeerRun(Duration patience) {
    this.patience = patience;
  }

  /**
   * Either a fixed rate, however late the answers; or a number of clients, each one request after
   * the other.
   */
  record Load(boolean open, int n) {
    static final List<Load> ALL =
        List.of(
            new Load(false, 1),
            new Load(false, 4),
            new Load(false, 16),
            new Load(true, 20),
            new Load(true, 100),
            new Load(true, 200));

    @Override
    public String toString() {
      return open ? n + "/s" : n == 1 ? "1 hand" : n + " hands";
    }
  }

  /** Accepted, and not seen yet where it has to be shown. */
  private record Handed(String report, long begin) {}

  /** The results, by the headings of a table; times in milliseconds. */
  static Map<String, Double> of(Peer peer, Load load, Duration time) {
    return new PeerRun(PATIENCE).measure(peer, load, time);
  }

  Map<String, Double> measure(Peer peer, Load load, Duration time) {
    try (Peer.Watch watch = peer.watch()) {
      long begin = System.nanoTime();
      LongConsumer one = due -> hand(peer, due);
      if (load.open()) {
        Pace.open(load.n(), time, one);
      } else {
        Pace.closed(load.n(), time, () -> one.accept(System.nanoTime()));
      }
      long accepting = System.nanoTime() - begin;
      List<Handed> waiting = new ArrayList<>(handed);
      Poll.until(
          patience,
          TICK,
          () -> {
            watch.look().run();
            waiting.removeIf(report -> isShown(watch, report));
            return waiting.isEmpty();
          });
      Map<String, Double> figures = new LinkedHashMap<>();
      figures.put("accepted/s", answered.count() * 1e9 / accepting);
      figures.put("answer p50", FeedFigure.millis(answered, 50));
      figures.put("answer p99", FeedFigure.millis(answered, 99));
      figures.put(VISIBLE, shown.count() * 1e9 / Math.max(1, lastShown - begin));
      figures.put("visible p50", FeedFigure.millis(shown, 50));
      figures.put("visible p99", FeedFigure.millis(shown, 99));
      figures.put(FAILED, (double) failed.get());
      figures.put(NEVER_VISIBLE, (double) waiting.size());
      return figures;
    }
  }

  private void hand(Peer peer, long due) {
    try {
      String report = peer.hand();
      answered.add(Duration.ofNanos(System.nanoTime() - due));
      handed.add(new Handed(report, due));
    } catch (RuntimeException refused) {
      failed.incrementAndGet();
    }
  }

  private boolean isShown(Peer.Watch watch, Handed report) {
    OptionalLong at = watch.shown().apply(report.report());
    at.ifPresent(
        instant -> {
          shown.add(Duration.ofNanos(Math.max(0, instant - report.begin())));
          lastShown = Math.max(lastShown, instant);
        });
    return at.isPresent();
  }
}
