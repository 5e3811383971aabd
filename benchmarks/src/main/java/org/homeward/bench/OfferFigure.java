package org.homeward.bench;

import java.time.Duration;
import org.homeward.local.client.Answer;
import org.homeward.local.client.DeskLogin;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Latencies;
import org.homeward.local.client.PartnerDesk;
import org.homeward.local.node.Poll;

/** From the answer to an offer until the partner's desk can read it. */
final class OfferFigure implements Figure {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration TICK = Duration.ofMillis(5);
  private static final int WARM_UP = 20;

  @Override
  public void measure(BenchNodes nodes, Report report, boolean quick) throws Exception {
    nodes.erase();
    nodes.startPlainly();
    nodes.upBoth();
    var hotline = new Hotline(nodes.plan());
    var partner = new Hotline(nodes.gr().plan());
    DeskLogin police = hotline.newDesk("bench offers", false);
    var desk = new Desk(hotline, police);
    var gordana = new PartnerDesk(hotline.as("gordana"));
    var eleni = new PartnerDesk(partner.as("eleni"));
    var times = new Latencies();
    int count = quick ? 40 : 150;
    for (int i = 0; i < WARM_UP + count; i++) {
      Duration time = one(desk, gordana, eleni, partner.node().name());
      if (i >= WARM_UP) {
        times.add(time);
      }
    }
    Latencies alone;
    try (var bare = new BareEngine(nodes.plan(), BareEngine.Sample.of(nodes.plan()))) {
      Pace.open(50, Duration.ofSeconds(3), bare::one);
      bare.consumed();
      Pace.open(20, Duration.ofSeconds(3), bare::one);
      alone = bare.consumed();
    }
    for (int percent : new int[] {50, 99}) {
      report.ratio(
          "offer answered → at the partner, p" + percent,
          FeedFigure.millis(times, percent),
          FeedFigure.millis(alone, percent),
          "ms",
          "");
    }
    report.remark(
        count
            + " offers one after the other, read by its id every 5 ms; signed, sealed, two stores");
  }

  private static Duration one(Desk desk, PartnerDesk owner, PartnerDesk partner, String to) {
    Desk.Filed filed = desk.release(new Latencies());
    String key = HotlineClient.newKey();
    var offered = new Answer[1];
    Poll.until(
        PATIENCE,
        TICK,
        () -> {
          offered[0] = owner.offer(filed.caseId(), to, key);
          return offered[0].isSuccess();
        });
    long begin = System.nanoTime();
    String handover = offered[0].text("handover");
    if (!Poll.until(PATIENCE, TICK, () -> partner.read(handover).isSuccess())) {
      throw new IllegalStateException("an offer did not come to the partner");
    }
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
