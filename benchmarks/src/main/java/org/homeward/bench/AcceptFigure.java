package org.homeward.bench;

import java.time.Duration;
import org.homeward.bench.jvm.Profile;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Reports;
import org.homeward.local.node.NodePlan;

/** How many reports a second are accepted by as many hands as the bare loop has. */
final class AcceptFigure implements Figure {
  private static final int HANDS = 16;

  @Override
  public void measure(BenchNodes nodes, Report report, boolean quick) throws Exception {
    nodes.eraseAndMakeRoom();
    Hotline hotline = nodes.up();
    var http = hotline.http();
    var direct = new HotlineClient(http, nodes.plan().at("intake"), hotline.tokens(), "ana");
    var through = hotline.as("ana");
    Pace.closed(HANDS, Duration.ofSeconds(quick ? 10 : 60), () -> file(through));
    var sample = BareEngine.Sample.of(nodes.plan());
    Duration time = Duration.ofSeconds(quick ? 5 : 8);
    var alone = new Runs();
    try (var bare = new BareEngine(nodes.plan(), sample)) {
      Pace.closed(HANDS, time, bare::one);
      for (int i = 0; i < (quick ? 1 : 3); i++) {
        bare.consumed();
        alone.add(Pace.closed(HANDS, time, bare::one));
      }
    }
    Duration sustained = Duration.ofSeconds(quick ? 10 : 60);
    sustained("through the gateway", through, sustained, alone.median(), "≥ 0.2", hotline, report);
    sustained("straight at intake", direct, sustained, alone.median(), "≥ 0.3", hotline, report);
    spent(nodes, () -> file(through), time, report);
  }

  /** Accepted reports count by the time until all who follow cases have read them. */
  private static void sustained(
      String where,
      HotlineClient operator,
      Duration time,
      double bare,
      String aim,
      Hotline hotline,
      Report report) {
    NodePlan node = hotline.node();
    String cases = HomewardPeer.cases(node);
    long before = Backlog.records(node.broker(), cases);
    long begin = System.nanoTime();
    double rate = Pace.closed(HANDS, time, () -> file(operator));
    long end = System.nanoTime();
    long accepted = Math.round(rate * (end - begin) / 1e9);
    Backlog.awaitNone(node.broker(), cases, before + accepted, HomewardPeer.readers(node));
    long settled = System.nanoTime();
    report.ratio("accepted reports, " + where, rate, bare, "/s", aim);
    report.value("all of them read, after the last, " + where, (settled - end) / 1e9, "s", "< 1 s");
    report.ratio("sustained, " + where, accepted * 1e9 / (settled - begin), bare, "/s", aim);
  }

  /** The bare loop costs the engines alone; the rest is the services and the client. */
  private static void spent(BenchNodes nodes, Runnable one, Duration time, Report report)
      throws Exception {
    var intake = Profile.start(nodes.process("intake"), nodes.state());
    var engines = Profile.start(nodes.process("engines"), nodes.state());
    ProcessorTime before = ProcessorTime.now(nodes);
    double count = Pace.closed(HANDS, time, one) * time.toMillis() / 1000;
    String each = ProcessorTime.now(nodes).eachSince(before, count);
    report.remark("processor ms for one report, by process: " + each);
    report.remark("intake at work: " + intake.end());
    report.remark("engines at work: " + engines.end());
  }

  private static void file(HotlineClient operator) {
    String plate = "A" + HotlineClient.newKey().substring(0, 8);
    int status = operator.open(Reports.marked(plate), HotlineClient.newKey()).status();
    if (status != 201) {
      throw new IllegalStateException("a report was answered " + status);
    }
  }
}
