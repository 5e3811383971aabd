package org.homeward.trials.story;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.homeward.local.client.Answer;
import org.homeward.local.client.DeskLogin;
import org.homeward.local.client.FeedWatch;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Latencies;
import org.homeward.local.client.Reports;

/** Releases many exercise reports and measures how soon the desk has each. */
final class Speed {
  private static final int WARM_UP = 100;
  private static final int PER_SECOND = 20;
  private static final int AIM_MS = 300;
  private static final int TOO_MANY = 429;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Hotline hotline;
  private final int reports;
  private final Latencies filed = new Latencies();
  private final Latencies seen = new Latencies();
  private final AtomicInteger lost = new AtomicInteger();

  Speed(Hotline hotline, int reports) {
    this.hotline = hotline;
    this.reports = reports;
  }

  void play(Timeline timeline) {
    timeline.chapter("How fast, with " + reports + " exercise reports at " + PER_SECOND + "/s");
    timeline.play("each report is filed, released and on the desk's feed", this::run);
    timeline.remark("the first " + warmUp() + " warm the node up and are not counted");
    timeline.remark("filed → accepted          " + filed);
    timeline.remark(
        "released → on the feed    "
            + seen
            + " (read every "
            + FeedWatch.PAUSE.toMillis()
            + " ms)");
    boolean met = seen.percentile(99).toMillis() < AIM_MS;
    timeline.remark(
        "the aim, p99 under "
            + AIM_MS
            + " ms on a warm node, is "
            + (met
                ? "met"
                : "NOT met: is the node cold, or the machine busy with something else?"));
  }

  private String run() {
    DeskLogin desk = hotline.newDesk("Police exercise", true);
    String run = HotlineClient.newKey().substring(0, 6);
    try (var watch = new FeedWatch(hotline.desk(desk));
        var operators = Executors.newVirtualThreadPerTaskExecutor()) {
      long begin = System.nanoTime();
      for (int i = 0; i < reports; i++) {
        long due = begin + i * 1_000_000_000L / PER_SECOND;
        LockSupport.parkNanos(due - System.nanoTime());
        String plate = "X" + run + "-" + i;
        boolean counted = i >= warmUp();
        operators.execute(() -> one(plate, desk, watch, counted));
      }
    }
    Expect.equal("reports lost or refused", 0, lost.get());
    return "";
  }

  private void one(String plate, DeskLogin desk, FeedWatch watch, boolean counted) {
    try {
      HotlineClient ana = hotline.as("ana");
      long begin = System.nanoTime();
      String first = HotlineClient.newKey();
      Answer opened = Expect.status(201, patiently(() -> ana.open(Reports.exercise(plate), first)));
      long accepted = System.nanoTime();
      String key = HotlineClient.newKey();
      String filedCase = opened.text("case");
      String report = opened.text("report");
      Expect.status(
          200, patiently(() -> ana.release(filedCase, report, desk.id(), opened.etag(), key)));
      long released = System.nanoTime();
      Expect.that("the report on the feed", watch.await(plate, PATIENCE));
      if (counted) {
        filed.add(Duration.ofNanos(accepted - begin));
        seen.add(Duration.ofNanos(Math.max(0, watch.seen(plate).orElseThrow() - released)));
      }
    } catch (RuntimeException e) {
      lost.incrementAndGet();
    }
  }

  /** A cold node on a busy machine refuses what has no place; a person presses again. */
  private static Answer patiently(Supplier<Answer> request) {
    Answer answer = request.get();
    for (int i = 0; i < PATIENCE.toSeconds() && answer.status() == TOO_MANY; i++) {
      LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
      answer = request.get();
    }
    return answer;
  }

  private int warmUp() {
    return Math.min(WARM_UP, reports / 2);
  }
}
