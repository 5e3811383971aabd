package org.homeward.bench;

import java.time.Duration;
import java.util.List;
import org.homeward.local.client.DeskLogin;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.Latencies;
import org.homeward.local.node.CacheUse;
import org.homeward.local.node.Jvm;
import org.homeward.local.node.Jvm.Compilers;
import org.homeward.local.node.Node;
import org.homeward.local.node.ProcessPlan;

/**
 * Measures the cost of each way to run the JVMs of a node, at its start and under load later on.
 */
final class JvmFigure implements Figure {
  private static final int[] RATES = {20, 100};

  /** The same number of reports for each way, and fewer than the slowest can take. */
  private static final int LOAD = 30;

  /** After so many seconds of load it is measured. */
  private static final List<Integer> AFTER = List.of(60, 300);

  private static final List<Integer> SOON_AFTER = List.of(20, 60);

  private static final Duration SETTLE = Duration.ofSeconds(2);

  private record Way(String name, Jvm jvm, boolean loaded) {}

  /**
   * Quick with caches is not loaded: what methods learnt is of use for the second compiler only.
   */
  private static final List<Way> WAYS =
      List.of(
          new Way("quick", new Jvm(Compilers.QUICK, false), true),
          new Way("warm", new Jvm(Compilers.WARM, false), true),
          new Way("warm + caches", new Jvm(Compilers.WARM, true), true),
          new Way("quick + caches", new Jvm(Compilers.QUICK, true), false));

  @Override
  public void measure(BenchNodes nodes, Report report, boolean quick) throws Exception {
    report.remark("quick: the first compiler alone; warm: both; caches: of ./homeward train");
    report.remark(
        "load: %d reports/s, filed and released, between the measurements".formatted(LOAD));
    try {
      nodes.eraseAndMakeRoom();
      nodes.up(); // reads jars from the disk for the first time
      for (Way way : WAYS) {
        measure(way, nodes, report, quick);
      }
    } finally {
      nodes.erase();
      nodes.startPlainly();
    }
  }

  private static void measure(Way way, BenchNodes nodes, Report report, boolean quick) {
    nodes.eraseAndMakeRoom();
    nodes.run(way.jvm());
    long begin = System.nanoTime();
    List<Node.Started> started = nodes.upFresh();
    double all = (System.nanoTime() - begin) / 1e9;
    if (way.jvm().caches()) {
      requireCaches(nodes);
    }
    double slowest =
        started.stream().mapToDouble(one -> one.toHealthy().toMillis() / 1e3).max().orElse(0);
    value(report, way, "the node healthy after", all, "s");
    value(report, way, "its slowest process", slowest, "s");
    value(report, way, "processor time of the start", ProcessorTime.now(nodes).ofNode(), "s");
    value(report, way, "resident, healthy, without engines", resident(nodes), "MB");
    if (way.loaded()) {
      load(way, nodes, report, quick);
    }
    report.remark("load of the machine %.1f".formatted(Machine.load()));
  }

  private static void load(Way way, BenchNodes nodes, Report report, boolean quick) {
    Hotline hotline = nodes.up();
    DeskLogin police = hotline.newDesk("bench", false);
    var desk = new Desk(hotline, police);
    Duration time = Duration.ofSeconds(quick ? 5 : 10);
    int loaded = 0;
    for (int seconds : quick ? SOON_AFTER : AFTER) {
      Pace.open(LOAD, Duration.ofSeconds(seconds - loaded), () -> desk.tryRelease(new Latencies()));
      loaded = seconds;
      Latencies _ = FeedFigure.run(hotline, police, desk, RATES[0], SETTLE); // until none is late
      for (int rate : RATES) {
        ProcessorTime before = ProcessorTime.now(nodes);
        Latencies seen = FeedFigure.run(hotline, police, desk, rate, time);
        double spent = ProcessorTime.now(nodes).ofNode() - before.ofNode();
        String at = "after %d s, %d/s: ".formatted(seconds, rate);
        value(report, way, at + "released → feed p50", FeedFigure.millis(seen, 50), "ms");
        value(report, way, at + "released → feed p99", FeedFigure.millis(seen, 99), "ms");
        value(report, way, at + "processor a report", spent * 1e3 / seen.count(), "ms");
      }
      value(
          report,
          way,
          "resident after %d s, without engines".formatted(seconds),
          resident(nodes),
          "MB");
    }
    if (desk.refused() > 0) {
      report.remark(way.name() + ": " + desk.refused() + " requests were REFUSED or failed");
    }
  }

  /** A figure of caches that the JVM has not taken would be one of something else. */
  private static void requireCaches(BenchNodes nodes) {
    for (ProcessPlan process : nodes.plan().processes()) {
      CacheUse use =
          nodes
              .rs()
              .processes()
              .cacheUse(process)
              .orElseThrow(
                  () -> new IllegalStateException("no AOT caches: ./homeward train makes them"));
      if (!use.used()) {
        throw new IllegalStateException(process.name() + ": " + use);
      }
    }
  }

  private static double resident(BenchNodes nodes) {
    return nodes.plan().processes().stream()
        .filter(process -> !process.name().equals("engines")) // here they have a larger heap
        .flatMap(process -> nodes.rs().processes().find(process).stream())
        .mapToDouble(live -> live.residentMegabytes())
        .sum();
  }

  private static void value(Report report, Way way, String what, double value, String unit) {
    report.value(way.name() + ", " + what, value, unit, "");
  }
}
