package org.homeward.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
  private static final int WITH_TASKS = 10_000;
  private static final int TASKS_EACH = 5;
  private static final int PAGE = 50;
  private static final String TASKS = "/api/v1/tasks?limit=50";
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
    for (int i = 0; i < TASKS_EACH; i++) {
      post(ana, "/api/v1/cases/" + opened.text("case") + "/actions", action(i));
    }
    double page;
    try (MongoClient client = MongoClients.create(nodes.plan().storeAddress())) {
      MongoCollection<Document> cases = kept(client, nodes.plan(), "cases");
      MongoCollection<Document> sheets = kept(client, nodes.plan(), "worksheets");
      List<String> ids = grow(cases, opened.text("case"), many);
      grow(sheets, opened.text("case"), ids.subList(0, WITH_TASKS - 1));
      page = page(cases);
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
    report.remark("bare reads %d cases from the store, by the driver".formatted(PAGE));
    report.ratio(
        "desk with so many open cases, p95", p95(asked, () -> ana.get(DESK)), page, "ms", "< 100");
    report.ratio(
        "worklist with %,d tasks, p95".formatted(WITH_TASKS * TASKS_EACH),
        p95(asked, () -> ana.get(TASKS)),
        page,
        "ms",
        "< 100");
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

  private static MongoCollection<Document> kept(
      MongoClient client, NodePlan node, String collection) {
    return client.getDatabase(node.name() + "_intake").getCollection(collection);
  }

  private static String action(int days) {
    return "{\"what\": \"call the aunt\", \"due\": \"%s\"}"
        .formatted(Instant.now().plus(Duration.ofDays(days + 1)).truncatedTo(ChronoUnit.MILLIS));
  }

  /** The 95th percentile of reading a page of documents, without any service. */
  private static double page(MongoCollection<Document> of) {
    var all = new Latencies();
    for (int i = 0; i < ASKED_WHEN_QUICK; i++) {
      long begin = System.nanoTime();
      List<Document> read = of.find().limit(PAGE).into(new ArrayList<>());
      if (read.size() < PAGE) {
        throw new IllegalStateException("there are no cases");
      }
      all.add(Duration.ofNanos(System.nanoTime() - begin));
    }
    return all.percentile(95).toNanos() / 1e6;
  }

  /** Each of these cases has the tasks of the first. */
  private static void grow(MongoCollection<Document> sheets, String caseId, List<String> others) {
    Document one = Objects.requireNonNull(sheets.find(new Document("_id", caseId)).first());
    String json = one.toJson(WITH_TYPES);
    String created = String.valueOf(one.get("createdBy"));
    for (int from = 0; from < others.size(); from += BATCH) {
      sheets.insertMany(
          others.subList(from, Math.min(others.size(), from + BATCH)).stream()
              .map(id -> json.replace(caseId, id).replace(created, "by-" + id))
              .map(Document::parse)
              .toList());
    }
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
  private static List<String> grow(MongoCollection<Document> cases, String caseId, int many) {
    List<String> ids = new ArrayList<>();
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
        ids.add(id);
        batch.add(
            Document.parse(
                json.replace(caseId, id)
                    .replace(childId, UUID.randomUUID().toString())
                    .replace(created, "by-" + id)
                    .replace(PATTERN, name(random))));
      }
      cases.insertMany(batch);
    }
    return ids;
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
