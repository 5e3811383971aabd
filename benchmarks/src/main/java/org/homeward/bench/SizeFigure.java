package org.homeward.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.homeward.bench.stored.StoredCases;
import org.homeward.local.client.Answer;
import org.homeward.local.client.DeskLogin;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.Latencies;
import org.homeward.local.client.PoliceReader;
import org.homeward.local.node.Poll;

/** Measures the cost of one item when few and when many are stored. */
final class SizeFigure implements Figure {
  private static final int FEW = 1_000;
  private static final int MANY = 100_000;
  private static final int MANY_WHEN_QUICK = 20_000;
  private static final int HANDS = 4;
  private static final int PAGES = 60;
  private static final String AIM = "≤ 1.3";

  @Override
  public void measure(BenchNodes nodes, Report report, boolean quick) throws Exception {
    int many = quick ? MANY_WHEN_QUICK : MANY;
    String heap = quick ? "-Xmx2g" : "-Xmx7g";
    nodes.erase();
    nodes.start(BenchNodes.withOptions("engines", heap, "-Xms1g", "-Xmn400m"));
    Hotline hotline = nodes.up();
    DeskLogin police = hotline.newDesk("bench size", false);
    var desk = new Desk(hotline, police);
    try (var stored = new StoredCases(nodes.plan())) {
      Pace.closed(
          HANDS, Duration.ofSeconds(quick ? 10 : 40), () -> desk.tryRelease(new Latencies()));
      Desk.Filed pattern = desk.release(new Latencies());
      FeedFigure.run(hotline, police, desk, 20, Duration.ofSeconds(2));
      stored.growTo(FEW, pattern.caseId());
      long few = stored.count();
      Map<String, Double> before = costs(nodes, hotline, police, desk, quick);
      stored.growTo(many, pattern.caseId());
      nodes.restart("alert"); // its feed log has grown behind its back
      nodes.awaitHealthy();
      Pace.closed(
          HANDS, Duration.ofSeconds(quick ? 5 : 15), () -> desk.tryRelease(new Latencies()));
      FeedFigure.run(hotline, police, desk, 20, Duration.ofSeconds(2));
      report.remark(
          "%d and %d cases stored, each in five places; the store has a heap of %s here"
              .formatted(few, stored.count(), heap.substring(4)));
      report.remark("bare is the same with the few");
      Map<String, Double> after = costs(nodes, hotline, police, desk, quick);
      after.forEach(
          (what, cost) ->
              report.ratio(what, cost, before.getOrDefault(what, 0.0), "ms", aim(what)));
    }
    nodes.erase();
    nodes.startPlainly();
  }

  private static String aim(String what) {
    return what.startsWith("bare") || what.startsWith("store") ? "" : AIM;
  }

  private static Map<String, Double> costs(
      BenchNodes nodes, Hotline hotline, DeskLogin police, Desk desk, boolean quick)
      throws Exception {
    Duration time = Duration.ofSeconds(quick ? 4 : 8);
    Map<String, Double> costs = new LinkedHashMap<>();
    try (var bare = new BareEngine(nodes.plan(), BareEngine.Sample.of(nodes.plan()))) {
      costs.put("bare insert and publish", each(HANDS, time, bare::one));
    }
    costs.put("report → 201", each(HANDS, time, () -> desk.file(desk.nextPlate())));
    Latencies seen = FeedFigure.run(hotline, police, desk, 20, time);
    costs.put("released → on the feed, 20/s, p50", FeedFigure.millis(seen, 50));
    PoliceReader reader = hotline.desk(police);
    String head = reader.head();
    int dot = head.lastIndexOf('.') + 1;
    long middle = Long.parseLong(head.substring(dot)) / 2;
    String place = head.substring(0, dot) + middle;
    costs.put("a feed page of 200, from the middle", median(() -> reader.after(place)));
    costs.put("the newest feed page", median(reader::newest));
    var ana = hotline.as("ana");
    String page = "/api/v1/cases?limit=50";
    costs.put("a page of 50 open cases", median(() -> ana.get(page)));
    costs.put("the same, by risk", median(() -> ana.get(page + "&order=RISK")));
    costs.put("store at rest, processor ms a second", rest(nodes, time));
    return costs;
  }

  private static double each(int hands, Duration time, Runnable one) {
    return hands * 1000 / Pace.closed(hands, time, one);
  }

  private static double median(java.util.function.Supplier<Answer> ask) {
    var runs = new Runs();
    for (int i = 0; i < PAGES; i++) {
      long begin = System.nanoTime();
      Answer answer = ask.get();
      if (!answer.isSuccess()) {
        throw new IllegalStateException("a page was answered " + answer);
      }
      runs.add((System.nanoTime() - begin) / 1e6);
    }
    return runs.median();
  }

  /** Alarms and sweeps look for what is due all the time. */
  private static double rest(BenchNodes nodes, Duration time) {
    ProcessHandle engines = nodes.process("engines");
    Duration before = engines.info().totalCpuDuration().orElse(Duration.ZERO);
    Poll.until(time, time, () -> false);
    Duration after = engines.info().totalCpuDuration().orElse(Duration.ZERO);
    return after.minus(before).toMillis() / (double) time.toSeconds();
  }
}
