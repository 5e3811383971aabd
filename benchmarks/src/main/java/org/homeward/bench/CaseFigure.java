package org.homeward.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.bson.Document;
import org.homeward.bench.jvm.LiveHeap;
import org.homeward.local.client.Answer;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Latencies;
import org.homeward.local.client.Reports;
import org.homeward.local.node.NodePlan;

/**
 * Measures the cost of one case: the store's heap for it, and a write of it when it has changed
 * often.
 */
final class CaseFigure implements Figure {
  private static final int WRITES = 1_000;
  private static final int COUNTED = 20;
  private static final int HANDS = 4;
  private static final int KILOBYTES_EACH = 40;
  private static final int TIMES_FACTS = 8;

  @Override
  public void measure(BenchNodes nodes, Report report, boolean quick) throws Exception {
    nodes.eraseAndMakeRoom();
    Hotline hotline = nodes.up();
    var desk = new Desk(hotline, hotline.newDesk("bench case", false));
    Pace.closed(HANDS, Duration.ofSeconds(quick ? 10 : 60), () -> desk.tryRelease(new Latencies()));
    heap(nodes, desk, quick ? 500 : 3_000, report);
    writes(nodes.plan(), hotline.as("ana"), report);
  }

  /** Case, copies, notice, logs and audit entries: all that the store holds of one case. */
  private static void heap(BenchNodes nodes, Desk desk, int cases, Report report)
      throws IOException {
    NodePlan node = nodes.plan();
    awaitReaders(node);
    double before = LiveHeap.megabytes(nodes.process("engines"));
    for (int i = 0; i < cases; i++) {
      desk.release(new Latencies());
    }
    awaitReaders(node);
    double each = (LiveHeap.megabytes(nodes.process("engines")) - before) * 1024 / cases;
    double facts = Reports.marked(desk.nextPlate()).getBytes(UTF_8).length / 1024.0;
    report.remark("%d cases filed and released, %.2f KB of facts each".formatted(cases, facts));
    report.value(
        "heap of the store for a case",
        each,
        "KB",
        "≤ %.1f KB".formatted(KILOBYTES_EACH + TIMES_FACTS * facts));
  }

  private static void awaitReaders(NodePlan node) {
    Backlog.awaitNone(node.broker(), HomewardPeer.cases(node), HomewardPeer.readers(node));
  }

  /** The facts stay as large as they are; only how often they were changed grows. */
  private static void writes(NodePlan node, HotlineClient ana, Report report) {
    Amended warm = Amended.fresh(ana);
    for (int i = 0; i < WRITES / 5; i++) {
      warm = warm.again(ana, i);
    }
    Amended one = Amended.fresh(ana);
    var first = new Runs();
    var last = new Runs();
    for (int i = 0; i < WRITES; i++) {
      long begin = System.nanoTime();
      one = one.again(ana, i);
      double millis = (System.nanoTime() - begin) / 1e6;
      if (i < COUNTED) {
        first.add(millis);
      } else if (i >= WRITES - COUNTED) {
        last.add(millis);
      }
    }
    report.remark("bare is the first %d writes of the same case".formatted(COUNTED));
    report.ratio(
        "the last %d of %,d writes of one case".formatted(COUNTED, WRITES),
        last.median(),
        first.median(),
        "ms",
        "≤ 1.5");
    report.value("one bare update of a document, majority", bareUpdate(node), "ms", "");
  }

  private static double bareUpdate(NodePlan node) {
    try (var store = MongoClients.create(node.storeAddress())) {
      MongoCollection<Document> bare = store.getDatabase("bench").getCollection("updated");
      bare.insertOne(new Document("_id", "one").append("n", 0));
      var runs = new Runs();
      for (int i = 0; i < WRITES; i++) {
        long begin = System.nanoTime();
        bare.updateOne(
            Filters.and(Filters.eq("one"), Filters.eq("n", i)),
            Updates.combine(Updates.inc("n", 1), Updates.set("plate", "A" + i)));
        runs.add((System.nanoTime() - begin) / 1e6);
      }
      bare.drop();
      return runs.median();
    }
  }

  /** A case whose one report is amended. */
  private record Amended(String caseId, String report, String etag) {

    static Amended fresh(HotlineClient ana) {
      Answer opened = good(ana.open(Reports.marked("A-0"), HotlineClient.newKey()));
      return new Amended(opened.text("case"), opened.text("report"), opened.etag());
    }

    Amended again(HotlineClient ana, int number) {
      String patch = "{\"says\": {\"vehicle\": {\"plate\": \"A-%04d\"}}}".formatted(number);
      return new Amended(caseId, report, good(ana.amend(caseId, report, patch, etag)).etag());
    }

    private static Answer good(Answer answer) {
      if (!answer.isSuccess()) {
        throw new UncheckedIOException(new IOException("answered " + answer));
      }
      return answer;
    }
  }
}
