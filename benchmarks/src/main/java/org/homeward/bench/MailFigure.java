package org.homeward.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.homeward.bench.jvm.LiveHeap;
import org.homeward.bench.jvm.Profile;
import org.homeward.bench.mail.BareMail;
import org.homeward.bench.mail.CountingSink;
import org.homeward.bench.stored.Subscribers;
import org.homeward.local.client.DeskLogin;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.Latencies;
import org.homeward.local.node.Poll;

/** Mails of one alert to many, to a server on this machine that only counts. */
final class MailFigure implements Figure {
  private static final Duration PATIENCE = Duration.ofMinutes(6);
  private static final Duration TICK = Duration.ofMillis(10);
  private static final int IN_FLIGHT = 20 * 8;
  private static final int WARM_UP = 1_000;

  @Override
  public void measure(BenchNodes nodes, Report report, boolean quick) throws Exception {
    int small = quick ? 4_000 : 10_000;
    int large = quick ? 20_000 : 100_000;
    nodes.eraseAndMakeRoom();
    Hotline hotline = nodes.up();
    report.remark(
        "the store has a heap of 3 GB here: 100,000 subscriptions do not fit into 384 MB");
    try (var people = new Subscribers(hotline)) {
      DeskLogin police = hotline.newDesk("bench mail", false);
      var desk = new Desk(hotline, police);
      var orders = new Orders(hotline, desk, nodes.clock());
      people.growTo(small);
      nodes.stop("mail");
      try (var sink = new CountingSink(nodes.plan().ports().smtp())) {
        double live = stopped(nodes, orders, sink, small, report);
        besideReports(hotline, police, desk, orders, sink, small, report);
        rate(nodes, orders, sink, small, quick ? 1 : 3, report);
        spent(nodes, orders, sink, small, report);
        people.growTo(large);
        rate(nodes, orders, sink, large, 1, report);
        double liveOfMany = stopped(nodes, orders, sink, large, report);
        report.ratio(
            "heap of alert after a collection, many : few", liveOfMany, live, "MB", "flat");
      }
    }
    nodes.erase();
    nodes.startPlainly();
  }

  /** Stops an alert when half of it is out; before that, how much of alert's heap lives. */
  private static double stopped(
      BenchNodes nodes, Orders orders, CountingSink sink, int count, Report report)
      throws IOException {
    sink.forget();
    String alert = orders.approve();
    Poll.until(PATIENCE, TICK, () -> sink.taken() > count / 4);
    double live = LiveHeap.megabytes(nodes.process("alert"));
    Poll.until(PATIENCE, TICK, () -> sink.taken() > count / 2);
    orders.stop(alert);
    long stopped = System.nanoTime();
    long then = sink.taken();
    Poll.until(Duration.ofSeconds(5), Duration.ofSeconds(5), () -> false);
    report.value(
        "mails begun after the stop's 2xx (%d of %d out)".formatted(then, count),
        sink.begunAfter(stopped),
        "",
        "≤ " + IN_FLIGHT + ", 8 batches of 20");
    return live;
  }

  /** Police must not wait while volunteers are told. */
  private static void besideReports(
      Hotline hotline,
      DeskLogin police,
      Desk desk,
      Orders orders,
      CountingSink sink,
      int count,
      Report report) {
    Latencies quiet = FeedFigure.run(hotline, police, desk, 20, Duration.ofSeconds(5));
    sink.forget();
    orders.approve();
    var beside =
        CompletableFuture.supplyAsync(
            () -> FeedFigure.run(hotline, police, desk, 20, Duration.ofSeconds(8)));
    all(sink, count);
    Latencies busy = beside.join();
    String what = "released → on the feed, 20/s, while mails go out, ";
    report.ratio(what + "p50", millis(busy, 50), millis(quiet, 50), "ms", "");
    report.ratio(what + "p99", millis(busy, 99), millis(quiet, 99), "ms", "");
    report.remark("(there, bare is the same without an alert)");
  }

  private static void rate(
      BenchNodes nodes, Orders orders, CountingSink sink, int count, int times, Report report) {
    var ours = new Runs();
    var bare = new Runs();
    var first = new Runs();
    String each = "";
    int port = nodes.plan().ports().smtp();
    BareMail.send(port, sink.newest(), WARM_UP);
    for (int i = 0; i < times; i++) {
      bare.add(BareMail.send(port, sink.newest(), Math.min(count, 20_000)));
      sink.forget();
      ProcessorTime before = ProcessorTime.now(nodes);
      orders.approve();
      long approved = System.nanoTime();
      all(sink, count);
      long begun = sink.firstBegun();
      ours.add(count * 1e9 / (System.nanoTime() - begun));
      first.add((begun - approved) / 1e6);
      each = ProcessorTime.now(nodes).eachSince(before, count);
    }
    report.ratio(
        "%d mails of one alert, from the first on".formatted(count),
        ours.median(),
        bare.median(),
        "/s",
        "≥ 0.6");
    report.value("approved → the first mail is begun", first.median(), "ms", "");
    report.remark("processor ms for one mail, by process: " + each);
  }

  private static void spent(
      BenchNodes nodes, Orders orders, CountingSink sink, int count, Report report)
      throws IOException {
    sink.forget();
    var alert = Profile.start(nodes.process("alert"), nodes.state());
    var engines = Profile.start(nodes.process("engines"), nodes.state());
    orders.approve();
    all(sink, count);
    report.remark("alert at work: " + alert.end());
    report.remark("engines at work: " + engines.end());
  }

  private static void all(CountingSink sink, int count) {
    if (!Poll.until(PATIENCE, TICK, () -> sink.taken() >= count)) {
      throw new IllegalStateException("%d of %d mails came".formatted(sink.taken(), count));
    }
  }

  private static double millis(Latencies latencies, int percent) {
    return FeedFigure.millis(latencies, percent);
  }
}
