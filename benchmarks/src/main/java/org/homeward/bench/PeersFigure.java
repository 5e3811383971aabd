package org.homeward.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.local.client.DeskLogin;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Reports;
import org.homeward.local.node.NodePlan;

/** The same report, by the same loads, to us and to what an engineer would take instead. */
final class PeersFigure implements Figure {
  private static final String FEED_AT_INTAKE = "homeward → feed";
  private static final String FEED_AT_GATEWAY = "homeward → feed, gateway";
  private static final String TOPIC = "homeward → topic";
  private static final String MODULITH = "modulith";
  private static final String MODULITH_VIRTUAL = "modulith, virtual threads";

  private static final PeerRun.Load FULL = new PeerRun.Load(false, 16);
  private static final List<PeerRun.Load> WARMING = List.of(new PeerRun.Load(false, 4), FULL);
  private static final Set<String> SUMS = Set.of(PeerRun.FAILED, PeerRun.NEVER_VISIBLE);

  @Override
  public void measure(BenchNodes nodes, Report report, boolean quick) throws Exception {
    nodes.erase();
    // All cases of all runs stay in the store.
    nodes.start(BenchNodes.withOptions("engines", "-Xmx6g", "-Xms1g", "-Xmn400m"));
    Hotline hotline = nodes.up();
    DeskLogin police = hotline.newDesk("bench peers", false);
    NodePlan other = nodes.gr().plan();
    nodes.startBeside(other.process("engines"));
    var ana = hotline.as("ana");
    var direct =
        new HotlineClient(hotline.http(), nodes.plan().at("intake"), hotline.tokens(), "ana");
    Peer gateway = HomewardPeer.untilOnFeed(FEED_AT_GATEWAY, hotline, ana, police);
    Peer intake = HomewardPeer.untilOnFeed(FEED_AT_INTAKE, hotline, direct, police);
    Peer topic = HomewardPeer.untilOnTopic(TOPIC, hotline, direct, police);
    explain(report);
    Duration warm = Duration.ofSeconds(quick ? 5 : 30);
    warm(gateway, warm); // and there is a case to take a sample of
    try (var bare = new BareEngine(other, BareEngine.Sample.of(nodes.plan()));
        var modulith = new ModulithPeer(nodes, MODULITH);
        var virtual =
            new ModulithPeer(nodes, MODULITH_VIRTUAL, "--spring.threads.virtual.enabled=true")) {
      for (Peer peer : List.of(bare, modulith, virtual)) {
        warm(peer, warm);
      }
      var peers = List.of(bare, modulith, virtual, topic, intake, gateway);
      tell(measured(peers, Duration.ofSeconds(quick ? 3 : 6), quick ? 1 : 3, report), report);
    }
  }

  private static void explain(Report report) {
    report.remark(
        "the report has %d bytes; visible: from its start until shown; bare: until consumed"
            .formatted(Reports.marked("M0123456789").length()));
    report.remark("modulith: one request, one transaction; until its reader's upsert is committed");
    report.remark(
        "homeward → topic: filed straight at intake; until the event of its case is consumed");
    report.remark(
        "homeward → feed does more: filed and released, 2 requests; until a desk that reads every"
            + " 10 ms through the gateway has it; straight at intake, or all through the gateway");
    report.remark("bare and modulith have a broker, and bare a store, that nobody else uses");
  }

  private static void warm(Peer peer, Duration time) {
    for (PeerRun.Load load : WARMING) {
      PeerRun.of(peer, load, time);
      peer.settle();
    }
  }

  /** By load, then by peer: the middle one of each figure, failures of all runs together. */
  private static Map<PeerRun.Load, Map<String, Map<String, Double>>> measured(
      List<Peer> peers, Duration time, int times, Report report) {
    Map<PeerRun.Load, Map<String, List<Map<String, Double>>>> runs = new LinkedHashMap<>();
    for (int i = 1; i <= times; i++) {
      double before = Machine.load();
      for (PeerRun.Load load : PeerRun.Load.ALL) {
        for (Peer peer : peers) {
          runs.computeIfAbsent(load, _ -> new LinkedHashMap<>())
              .computeIfAbsent(peer.name(), _ -> new ArrayList<>())
              .add(PeerRun.of(peer, load, time));
          peer.settle();
        }
      }
      report.remark(
          "run %d of %d: load before %.1f, after %.1f".formatted(i, times, before, Machine.load()));
    }
    Map<PeerRun.Load, Map<String, Map<String, Double>>> middle = new LinkedHashMap<>();
    runs.forEach(
        (load, byPeer) -> {
          Map<String, Map<String, Double>> figures = new LinkedHashMap<>();
          byPeer.forEach((peer, each) -> figures.put(peer, middle(each)));
          middle.put(load, figures);
        });
    return middle;
  }

  private static Map<String, Double> middle(List<Map<String, Double>> runs) {
    Map<String, Double> middle = new LinkedHashMap<>();
    for (String heading : runs.getFirst().keySet()) {
      var values = new Runs();
      runs.forEach(run -> values.add(run.getOrDefault(heading, 0.0)));
      middle.put(heading, SUMS.contains(heading) ? values.sum() : values.median());
    }
    return middle;
  }

  private static void tell(
      Map<PeerRun.Load, Map<String, Map<String, Double>>> measured, Report report) {
    measured.forEach(
        (load, byPeer) ->
            byPeer.forEach((peer, figures) -> report.row(load + ", " + peer, figures)));
    Map<String, Map<String, Double>> full = measured.getOrDefault(FULL, Map.of());
    double theirs = Math.max(visible(full, MODULITH), visible(full, MODULITH_VIRTUAL));
    report.remark("with 16 hands, beside the better modulith:");
    for (String ours : List.of(TOPIC, FEED_AT_INTAKE, FEED_AT_GATEWAY)) {
      double ratio = theirs == 0 ? 0 : visible(full, ours) / theirs;
      report.value("visible/s : modulith's, " + ours, ratio, "", "≥ 0.5");
    }
    double lost =
        measured.values().stream()
            .flatMap(byPeer -> byPeer.values().stream())
            .mapToDouble(figures -> figures.getOrDefault(PeerRun.NEVER_VISIBLE, 0.0))
            .sum();
    if (lost > 0) {
      throw new IllegalStateException("%.0f accepted reports were never visible".formatted(lost));
    }
  }

  private static double visible(Map<String, Map<String, Double>> full, String peer) {
    return full.getOrDefault(peer, Map.of()).getOrDefault(PeerRun.VISIBLE, 0.0);
  }
}
