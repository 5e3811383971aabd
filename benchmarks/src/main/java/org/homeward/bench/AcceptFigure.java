package org.homeward.bench;

import java.time.Duration;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Reports;

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
    var withGateway = new Runs();
    var without = new Runs();
    var alone = new Runs();
    try (var bare = new BareEngine(nodes.plan(), sample)) {
      Pace.closed(HANDS, time, bare::one);
      for (int i = 0; i < (quick ? 1 : 3); i++) {
        bare.consumed();
        alone.add(Pace.closed(HANDS, time, bare::one));
        withGateway.add(Pace.closed(HANDS, time, () -> file(through)));
        without.add(Pace.closed(HANDS, time, () -> file(direct)));
      }
    }
    report.ratio(
        "accepted reports, through the gateway",
        withGateway.median(),
        alone.median(),
        "/s",
        "≥ 0.4");
    report.ratio(
        "accepted reports, straight at intake", without.median(), alone.median(), "/s", "≥ 0.4");
    spent(nodes, () -> file(through), time, report);
  }

  /** What is bare costs the engines alone; the rest is the services, and whoever asks. */
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
