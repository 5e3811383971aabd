package org.homeward.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.homeward.local.client.Answer;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Latencies;
import org.homeward.local.node.NodePlan;
import org.homeward.local.node.Poll;
import org.homeward.local.node.ProcessPlan;

/**
 * Measures how fast a child is found among many, how long intake reads them at its start, and how
 * fast the desk lists its first cases among as many open ones.
 */
final class FindFigure implements Figure {
  private static final int MANY = 100_000;
  private static final int MANY_WHEN_QUICK = 20_000;
  private static final int ASKED = 500;
  private static final int ASKED_WHEN_QUICK = 100;
  private static final int BATCH = 500;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration TICK = Duration.ofMillis(20);
  private static final String PATTERN = "Pattern Name";
  private static final String FIND = "/api/v1/cases/find";
  private static final String DESK = "/api/v1/cases?standing=OPEN&order=RISK&limit=50";

  private static final List<String> GIVEN =
      List.of(
          "Ana",
          "Marija",
          "Jelena",
          "Milica",
          "Jovana",
          "Teodora",
          "Sofija",
          "Dunja",
          "Lena",
          "Marko",
          "Nikola",
          "Stefan",
          "Luka",
          "Lazar",
          "Vuk",
          "Filip",
          "Petar",
          "Dušan",
          "Đorđe",
          "Ahmed",
          "Fatima",
          "Olha",
          "Dmytro",
          "Eleni",
          "Georgios");
  private static final List<String> BEGINNINGS =
      List.of("Jovan", "Petr", "Nikol", "Mark", "Živk", "Stank", "Rad", "Mil", "Vuk", "Đur", "Čol");
  private static final List<String> MIDDLES =
      List.of("", "ov", "osav", "imir", "ad", "en", "ec", "ar", "at", "ul", "oj", "ik", "un", "em");
  private static final List<String> ENDS = List.of("ović", "ević", "ić", "ski", "enko", "opoulos");

  @Override
  public void measure(BenchNodes nodes, Report report, boolean quick) throws Exception {
    int many = quick ? MANY_WHEN_QUICK : MANY;
    nodes.erase();
    nodes.start(FindFigure::withRoom);
    HotlineClient ana = nodes.up().as("ana");
    Answer opened = ana.open(pattern(), HotlineClient.newKey());
    try (MongoClient client = MongoClients.create(nodes.plan().storeAddress())) {
      MongoCollection<Document> cases = cases(client, nodes.plan());
      grow(cases, opened.text("case"), many);
      nodes.restart("intake");
      long begin = System.nanoTime();
      if (!Poll.until(PATIENCE, TICK, () -> find(ana, "Nobody").isSuccess())) {
        throw new IllegalStateException("the index was not built");
      }
      double built = (System.nanoTime() - begin) / 1e6;
      report.remark("%d cases with a child each; bare reads them all once".formatted(many));
      report.ratio("index built after a start", built, walk(cases), "ms", "< 20,000");
    }
    String draft =
        post(ana, "/api/v1/drafts", "{\"exercise\": false, \"typed\": {}}").text("draft");
    int asked = quick ? ASKED_WHEN_QUICK : ASKED;
    var random = new Random(1);
    p95(asked, () -> known(ana, draft, name(random)));
    double bare = p95(asked, () -> ana.get("/api/v1/drafts/" + draft));
    report.remark("bare is a read of the draft, through the gateway too");
    report.ratio(
        "do we know this child? p95",
        p95(asked, () -> known(ana, draft, name(random))),
        bare,
        "ms",
        "< 50");
    report.ratio(
        "find by a whole name, p95", p95(asked, () -> find(ana, name(random))), bare, "ms", "< 50");
    report.ratio(
        "desk with so many open cases, p95", p95(asked, () -> ana.get(DESK)), bare, "ms", "< 100");
    nodes.erase();
    nodes.startPlainly();
  }

  private static ProcessPlan withRoom(ProcessPlan usual) {
    return switch (usual.name()) {
      case "engines" -> usual.withOptions(List.of("-Xmx3g", "-Xms1g"));
      case "intake" -> usual.withOptions(List.of("-Xmx1500m"));
      default -> usual;
    };
  }

  private static MongoCollection<Document> cases(MongoClient client, NodePlan node) {
    return client.getDatabase(node.name() + "_intake").getCollection("cases");
  }

  private static String child(String name) {
    return """
    {"names": [{"full": "%s", "script": "Latn", "kind": "NATIVE"}], "sex": "FEMALE",
     "ageYears": {"from": 12, "to": 13}}\
    """
        .formatted(name);
  }

  private static String pattern() {
    return """
    {"exercise": false, "channel": "PHONE", "newChildren": [%s],
     "says": {"reporter": {"relation": "PARENT", "phone": "+381641234567"}}}\
    """
        .formatted(child(PATTERN));
  }

  /** Plain JSON would lose which numbers are long ones. */
  private static final JsonWriterSettings WITH_TYPES =
      JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

  /** The documents as intake would have written them, with other ids and names. */
  private static void grow(MongoCollection<Document> cases, String caseId, int many) {
    Document one = Objects.requireNonNull(cases.find(new Document("_id", caseId)).first());
    String json = one.toJson(WITH_TYPES);
    var reports = one.get("state", Document.class).getList("reports", Document.class);
    String childId = reports.getFirst().getList("newChildren", String.class).getFirst();
    String created = String.valueOf(one.get("createdBy"));
    var random = new Random(2);
    for (int left = many - 1; left > 0; left -= BATCH) {
      List<Document> batch = new ArrayList<>();
      for (int i = 0; i < Math.min(BATCH, left); i++) {
        String id = UUID.randomUUID().toString();
        batch.add(
            Document.parse(
                json.replace(caseId, id)
                    .replace(childId, UUID.randomUUID().toString())
                    .replace(created, "by-" + id)
                    .replace(PATTERN, name(random))));
      }
      cases.insertMany(batch);
    }
  }

  private static String name(Random random) {
    return any(GIVEN, random)
        + " "
        + any(BEGINNINGS, random)
        + any(MIDDLES, random)
        + any(ENDS, random);
  }

  private static String any(List<String> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  private static double walk(MongoCollection<Document> cases) {
    long begin = System.nanoTime();
    int count = 0;
    for (Document each : cases.find().batchSize(100)) {
      count += each.size();
    }
    if (count == 0) {
      throw new IllegalStateException("there are no cases");
    }
    return (System.nanoTime() - begin) / 1e6;
  }

  private static Answer find(HotlineClient ana, String words) {
    return ana.post(FIND, "{\"words\": \"" + words + "\"}", HotlineClient.newKey(), "");
  }

  private static Answer known(HotlineClient ana, String draft, String name) {
    return post(
        ana,
        "/api/v1/cases/known",
        "{\"draft\": \"%s\", \"newChildren\": [%s]}".formatted(draft, child(name)));
  }

  private static Answer post(HotlineClient ana, String path, String body) {
    return ana.post(path, body, HotlineClient.newKey(), "");
  }

  private static double p95(int times, Supplier<Answer> one) {
    var all = new Latencies();
    for (int i = 0; i < times; i++) {
      long begin = System.nanoTime();
      Answer answer = one.get();
      if (!answer.isSuccess()) {
        throw new IllegalStateException("it was answered " + answer);
      }
      all.add(Duration.ofNanos(System.nanoTime() - begin));
    }
    return all.percentile(95).toNanos() / 1e6;
  }
}
