package org.homeward.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.local.node.Node;
import org.homeward.local.node.ProcessPlan;

/** How long the processes of a node take until they work, and the memory they hold then. */
final class StartupFigure implements Figure {
  private static final List<String> SPRING =
      List.of("issuer", "intake", "alert", "bridge", "gateway");

  /** Seconds and megabytes of each process, and of all. */
  private record Start(Map<String, Double> seconds, Map<String, Double> megabytes) {}

  @Override
  public void measure(BenchNodes nodes, Report report, boolean quick) throws Exception {
    nodes.erase();
    Start first = start(nodes); // reads jars from the disk for the first time
    nodes.down();
    Start plain = start(nodes);
    List<ProcessPlan> plans =
        nodes.plan().processes().stream().filter(p -> SPRING.contains(p.name())).toList();
    nodes.down();
    var caches = new AotCaches(nodes.state().resolve("aot"));
    long begin = System.nanoTime();
    for (ProcessPlan process : plans) {
      caches.train(process);
    }
    double trained = (System.nanoTime() - begin) / 1e9;
    nodes.start(caches::with);
    start(nodes);
    nodes.down();
    Start quicker = start(nodes);
    nodes.down();
    nodes.startPlainly();
    report.value(
        "the very first start of a node", first.seconds().getOrDefault("all", 0.0), "s", "");
    report.remark("bare is without AOT caches; of engines and mail there are none");
    quicker
        .seconds()
        .forEach(
            (name, s) ->
                report.ratio(name + " healthy after", s, of(plain.seconds(), name), "s", ""));
    quicker
        .megabytes()
        .forEach(
            (name, mb) ->
                report.ratio(name + " resident", mb, of(plain.megabytes(), name), "MB", ""));
    report.value("making the caches, once", trained, "s", "");
    report.value("the caches on disk", caches.bytes() / 1e6, "MB", "");
  }

  private static double of(Map<String, Double> all, String name) {
    return all.getOrDefault(name, 0.0);
  }

  private static Start start(BenchNodes nodes) {
    long begin = System.nanoTime();
    List<Node.Started> started = nodes.upFresh();
    double all = (System.nanoTime() - begin) / 1e9;
    Map<String, Double> seconds = new LinkedHashMap<>();
    Map<String, Double> megabytes = new LinkedHashMap<>();
    for (Node.Started one : started) {
      String name = one.plan().name();
      seconds.put(name, one.toHealthy().toMillis() / 1e3);
      var live = nodes.rs().processes().find(one.plan()).orElseThrow();
      megabytes.put(name, (double) live.residentMegabytes());
    }
    double sum = megabytes.values().stream().mapToDouble(Double::doubleValue).sum();
    seconds.put("all", all);
    megabytes.put("all", sum);
    return new Start(seconds, megabytes);
  }
}
