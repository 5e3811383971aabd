package org.homeward.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.local.node.Jars;
import org.homeward.local.node.Jvm;

/**
 * Measures what is claimed, on nodes of its own that are deleted afterwards.
 *
 * <p>The script gives {@code -Dhomeward.root} (the project) and {@code -Dhomeward.jars} (copies of
 * the jars).
 */
public final class Bench {
  private static final int FAILED = 1;
  private static final int WRONG_USE = 2;

  /** Needs a jar that only this figure needs, so it is measured only when it is named. */
  private static final String PEERS = "peers";

  private Bench() {}

  /** All figures, in the order in which they are measured. */
  private static Map<String, Figure> figures() {
    Map<String, Figure> all = new LinkedHashMap<>();
    all.put("jvm", new JvmFigure());
    all.put("feed", new FeedFigure());
    all.put("accept", new AcceptFigure());
    all.put("offer", new OfferFigure());
    all.put("mail", new MailFigure());
    all.put("size", new SizeFigure());
    all.put("case", new CaseFigure());
    all.put("find", new FindFigure());
    all.put("exclusion", new ExclusionFigure());
    all.put("picture", new PictureFigure());
    all.put("import", new ImportFigure());
    all.put(PEERS, new PeersFigure());
    return all;
  }

  public static void main(String[] arguments) throws Exception {
    List<String> rest = new ArrayList<>(List.of(arguments));
    boolean quick = rest.remove("--quick");
    Map<String, Figure> figures = figures();
    Set<String> unknown = new TreeSet<>(rest);
    unknown.removeAll(figures.keySet());
    if (!unknown.isEmpty()) {
      System.out.println("bench takes any of " + figures.keySet() + " and --quick");
      System.exit(WRONG_USE);
    }
    if (rest.isEmpty()) {
      figures.remove(PEERS);
    } else {
      figures.keySet().retainAll(rest);
    }
    var root = Path.of(System.getProperty("homeward.root", "."));
    var jars = Jars.in(Path.of(System.getProperty("homeward.jars", ".")).toAbsolutePath());
    var clock = Clock.systemUTC();
    int failed = 0;
    var report = new Report(Machine.now(root, clock), quick, System.out);
    var directory = root.toAbsolutePath().normalize().resolve(".homeward").resolve("bench");
    report.remark("JVMs of the nodes: " + Jvm.chosen() + " (HOMEWARD_JVM)");
    try (var bench = new BenchNodes(directory.resolve("nodes"), jars, clock)) {
      for (Map.Entry<String, Figure> figure : figures.entrySet()) {
        report.begin(figure.getKey());
        try {
          figure.getValue().measure(bench, report, quick);
        } catch (Exception e) { // the others are still worth their time
          failed++;
          report.remark("FAILED: " + e);
          bench.startPlainly();
          bench.erase();
        }
      }
    } finally {
      report.write(directory, clock.instant());
    }
    System.exit(failed == 0 ? 0 : FAILED);
  }
}
