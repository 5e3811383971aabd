package org.homeward.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.homeward.bench.jvm.Profile;
import org.homeward.local.client.DeskLogin;
import org.homeward.local.client.FeedWatch;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.Latencies;

/** From the answer to a release until a police desk reads it, at several rates. */
final class FeedFigure implements Figure {
  private static final int[] RATES = {20, 100, 200};
  private static final int AIMED = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration COUNTED = Duration.ofSeconds(10);
  private static final Duration SETTLED = Duration.ofSeconds(1);
  private static final int WARM_RATE = 20;
  private static final int WARM_HANDS = 4;

  @Override
  public void measure(BenchNodes nodes, Report report, boolean quick) throws Exception {
    nodes.eraseAndMakeRoom();
    Hotline hotline = nodes.up();
    DeskLogin police = hotline.newDesk("bench", false);
    var desk = new Desk(hotline, police);
    Pace.closed(
        WARM_HANDS, Duration.ofSeconds(quick ? 10 : 60), () -> desk.tryRelease(new Latencies()));
    Latencies _ = run(hotline, police, desk, WARM_RATE, Duration.ofSeconds(2));
    var sample = BareEngine.Sample.of(nodes.plan());
    report.remark(
        "%d bytes of document, %d bytes of event; each report is filed and released, 2 requests"
            .formatted(sample.document().toJson().length(), sample.event().length));
    report.remark(
        "the desk reads every %d ms through the gateway; bare: insert acknowledged → consumed"
            .formatted(FeedWatch.PAUSE.toMillis()));
    Duration time = Duration.ofSeconds(quick ? 5 : 8);
    try (var bare = new BareEngine(nodes.plan(), sample)) {
      Pace.open(WARM_RATE, time, bare::one);
      asked(nodes, desk, report);
      for (int rate : RATES) {
        one(nodes, hotline, police, desk, bare, rate, time, quick ? 1 : 3, report);
      }
    }
    spent(nodes, hotline, police, desk, time, report);
    if (desk.refused() > 0) {
      report.remark(desk.refused() + " requests were REFUSED or failed");
    }
  }

  /** Counted, not timed, while nobody reads the feed; and what an idle node asks. */
  private static void asked(BenchNodes nodes, Desk desk, Report report) {
    Questions before = Questions.now(nodes);
    LockSupport.parkNanos(COUNTED.toNanos());
    Questions idle = Questions.now(nodes);
    report.remark("at rest, each second: " + idle.eachSince(before, COUNTED.toSeconds()));
    for (int rate : new int[] {WARM_RATE, AIMED}) {
      before = Questions.now(nodes);
      var accepted = new Latencies();
      Pace.open(rate, COUNTED, () -> desk.tryRelease(accepted));
      LockSupport.parkNanos(SETTLED.toNanos());
      report.remark(
          "for one report at %d/s: ".formatted(rate)
              + Questions.now(nodes).eachSince(before, Math.max(1, accepted.count())));
    }
  }

  /** At the rate that is aimed at. */
  private static void spent(
      BenchNodes nodes, Hotline hotline, DeskLogin police, Desk desk, Duration time, Report report)
      throws IOException {
    Map<String, Profile> profiles = new LinkedHashMap<>();
    for (String process : List.of("gateway", "intake", "alert", "bridge", "engines")) {
      profiles.put(process, Profile.start(nodes.process(process), nodes.state()));
    }
    ProcessorTime before = ProcessorTime.now(nodes);
    Latencies seen = run(hotline, police, desk, AIMED, time);
    String each = ProcessorTime.now(nodes).eachSince(before, seen.count());
    report.remark("processor ms for one report, by process: " + each);
    for (Map.Entry<String, Profile> profile : profiles.entrySet()) {
      report.remark(profile.getKey() + " at work: " + profile.getValue().end());
    }
  }

  private static void one(
      BenchNodes nodes,
      Hotline hotline,
      DeskLogin police,
      Desk desk,
      BareEngine bare,
      int rate,
      Duration time,
      int times,
      Report report) {
    var middle = new Runs();
    var slowest = new Runs();
    var bareMiddle = new Runs();
    var bareSlowest = new Runs();
    var spent = new Runs();
    int refused = desk.refused();
    double load = Machine.load();
    for (int i = 0; i < times; i++) {
      bare.consumed();
      Pace.open(rate, time, bare::one);
      Latencies alone = bare.consumed();
      bareMiddle.add(millis(alone, 50));
      bareSlowest.add(millis(alone, 99));
      ProcessorTime before = ProcessorTime.now(nodes);
      Latencies ours = run(hotline, police, desk, rate, time);
      spent.add((ProcessorTime.now(nodes).ofNode() - before.ofNode()) * 1e3 / ours.count());
      middle.add(millis(ours, 50));
      slowest.add(millis(ours, 99));
    }
    String at = "released → on the feed, %d/s, ".formatted(rate);
    report.ratio(at + "p50", middle.median(), bareMiddle.median(), "ms", "");
    report.ratio(
        at + "p99", slowest.median(), bareSlowest.median(), "ms", rate == AIMED ? "< 150 ms" : "");
    report.remark(
        "processor of all processes of the node for one report %.1f ms; refused %d; load %.1f, then %.1f"
            .formatted(spent.median(), desk.refused() - refused, load, Machine.load()));
  }

  /** Files and releases at this rate; how soon each was on the feed. */
  static Latencies run(Hotline hotline, DeskLogin police, Desk desk, int rate, Duration time) {
    var seen = new Latencies();
    Queue<Desk.Filed> filed = new ConcurrentLinkedQueue<>();
    var accepted = new Latencies();
    try (var watch = new FeedWatch(hotline.desk(police))) {
      Pace.open(rate, time, () -> desk.tryRelease(accepted).ifPresent(filed::add));
      for (Desk.Filed one : filed) {
        watch.await(one.plate(), PATIENCE);
        long at = watch.seen(one.plate()).orElse(one.releasedAt() + PATIENCE.toNanos());
        seen.add(Duration.ofNanos(Math.max(0, at - one.releasedAt())));
      }
    }
    return seen;
  }

  static double millis(Latencies latencies, int percent) {
    return latencies.percentile(percent).toNanos() / 1e6;
  }
}
