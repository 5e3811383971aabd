package org.homeward.engines.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prints the README's figures; not part of the suite. */
class StoreFigures {
  private static final int DOCUMENTS = 100_000;
  private static final String TEXT = "x".repeat(600);

  @TempDir Path directory;
  private final Random random = new Random(1);

  @Test
  void pages() throws Exception {
    pages(1_000);
    pages(DOCUMENTS);
  }

  /** Of a document like a case: what was changed is held as a tree, what was not in the journal. */
  @Test
  void heapOfADocument() throws Exception {
    var settings = EmbeddedStore.Settings.of(directory.resolve("heap"), 0);
    try (var store = EmbeddedStore.open(settings);
        var client = MongoClients.create(store.connectionString())) {
      var cases = client.getDatabase("figures").getCollection("cases");
      int count = 5_000;
      long empty = used();
      for (int from = 0; from < count; from += 100) {
        cases.insertMany(IntStream.range(from, from + 100).mapToObj(this::caseLike).toList());
      }
      long journaled = used();
      cases.updateMany(new Document(), Updates.set("version", 2L));
      long held = used();
      int bson = new RawBsonDocument(caseLike(1), new DocumentCodec()).getByteBuffer().remaining();
      System.out.printf(
          "BSON %d bytes: in the journal %d bytes of heap, held %d bytes of heap%n",
          bson, (journaled - empty) / count, (held - empty) / count);
      median("find held by _id", 2_000, i -> cases.find(eq("_id", random.nextInt(count))).first());
    }
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private Document caseLike(int id) {
    var children = new Document();
    var reports = new ArrayList<Document>();
    for (int i = 0; i < 3; i++) {
      var says = new Document();
      for (String field : List.of("names", "seen", "wears", "phone", "words", "risk", "place")) {
        says.append(field, new Document("language", "sr").append("text", field + " " + id + i));
      }
      children.append("child-" + i, new Document("state", "MISSING").append("since", new Date(i)));
      reports.add(
          new Document("id", "report-" + id + i).append("at", "2026-03-01").append("says", says));
    }
    var state = new Document("children", children).append("reports", reports);
    return new Document("_id", id).append("version", 1L).append("state", state);
  }

  @Test
  void print() throws Exception {
    figures(false);
    figures(true);
  }

  private void pages(int count) throws Exception {
    var settings = EmbeddedStore.Settings.of(directory.resolve("pages-" + count), 0);
    try (var store = EmbeddedStore.open(settings);
        var client = MongoClients.create(store.connectionString())) {
      var cases = client.getDatabase("figures").getCollection("cases");
      cases.createIndex(
          Indexes.compoundIndex(
              Indexes.ascending("state.standing"), Indexes.descending("state.changedAt", "_id")));
      cases.createIndex(
          Indexes.compoundIndex(
              Indexes.ascending("state.standing"),
              Indexes.descending("state.risk", "state.changedAt", "_id")));
      for (int from = 0; from < count; from += 1_000) {
        cases.insertMany(IntStream.range(from, from + 1_000).mapToObj(this::standing).toList());
      }
      Bson open = eq("state.standing", "OPEN");
      Bson byChange = descending("state.changedAt", "_id");
      Bson byRisk = descending("state.risk", "state.changedAt", "_id");
      for (int warm = 0; warm < 2; warm++) {
        System.out.printf("--- %,d cases, 9 in 10 open%n", count);
        median("50 open by last change", 1_000, i -> page(cases, open, byChange));
        median("50 open by risk and last change", 1_000, i -> page(cases, open, byRisk));
        Bson earlier = and(open, lte("state.changedAt", new Date(random.nextInt(count) + 100)));
        median("50 open before a time", 1_000, i -> page(cases, earlier, byChange));
        median("one changes", 1_000, i -> touch(cases, random.nextInt(count), count + i));
      }
    }
  }

  private static void touch(MongoCollection<Document> cases, int id, int now) {
    cases.updateOne(eq("_id", id), Updates.set("state.changedAt", new Date(now)));
  }

  private static void page(MongoCollection<Document> cases, Bson filter, Bson order) {
    List<Document> page = cases.find(filter).sort(order).limit(50).into(new ArrayList<>());
    assertThat(page).isNotEmpty();
  }

  private Document standing(int id) {
    var state =
        new Document("standing", id % 10 == 0 ? "ENDED" : "OPEN")
            .append("risk", random.nextInt(4))
            .append("changedAt", new Date(random.nextInt(DOCUMENTS)));
    return document(id).append("state", state);
  }

  private void figures(boolean fsync) throws Exception {
    var settings =
        EmbeddedStore.Settings.of(directory.resolve("fsync-" + fsync), 0).withFsync(fsync);
    System.out.printf("--- fsync %s, %,d documents of 700 bytes%n", fsync, DOCUMENTS);
    try (var store = EmbeddedStore.open(settings);
        var client = MongoClients.create(store.connectionString())) {
      var documents = client.getDatabase("figures").getCollection("documents");
      documents.createIndex(Indexes.ascending("ref"), new IndexOptions().unique(true));
      documents.createIndex(Indexes.ascending("wakeAt"), new IndexOptions().sparse(true));
      fill(documents);
      median("insert", 2_000, i -> documents.insertOne(document(DOCUMENTS + i)));
      median("find by _id", 2_000, i -> documents.find(eq(id())).first());
      median("find by unique field", 2_000, i -> documents.find(eq("ref", "r" + id())).first());
      median("guarded update", 2_000, i -> update(documents));
      median("100 by _id $in", 200, i -> all(documents, in("_id", ids())));
      median("next 100 by _id", 200, i -> page(documents));
      median("newest by _id", 200, i -> documents.find().sort(descending("_id")).first());
      median("wakeAt due (1 in 100 has one)", 20, i -> all(documents, lte("wakeAt", new Date(9))));
      median("scan for a field", 20, i -> all(documents, eq("text", "none")));
      writers(documents);
      median("rewrite", 3, i -> store.rewrite());
      System.gc();
      long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
      System.out.printf("heap in use %d MB%n", heap >> 20);
      System.out.printf("journal after rewrite %,d bytes%n", store.journalBytes());
    }
    long before = System.nanoTime();
    EmbeddedStore.open(settings).close();
    System.out.printf("start with it %d ms%n", (System.nanoTime() - before) / 1_000_000);
  }

  private void fill(MongoCollection<Document> documents) {
    long before = System.nanoTime();
    for (int from = 0; from < DOCUMENTS; from += 1_000) {
      documents.insertMany(IntStream.range(from, from + 1_000).mapToObj(this::document).toList());
    }
    double seconds = (System.nanoTime() - before) / 1e9;
    System.out.printf("bulk insert %,.0f/s%n", DOCUMENTS / seconds);
  }

  private Document document(int id) {
    var document = new Document("_id", id).append("ref", "r" + id).append("version", 1L);
    return (id % 100 == 0 ? document.append("wakeAt", new Date(100)) : document)
        .append("text", TEXT);
  }

  private void writers(MongoCollection<Document> documents) throws Exception {
    long before = System.nanoTime();
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Object> writer =
          () -> {
            for (int i = 0; i < 1_000; i++) {
              documents.updateOne(
                  and(eq("_id", new Random().nextInt(DOCUMENTS)), gt("version", 0L)),
                  Updates.inc("version", 1L));
            }
            return "done";
          };
      for (var done : pool.invokeAll(IntStream.range(0, 8).mapToObj(i -> writer).toList())) {
        done.get();
      }
    }
    System.out.printf("8 writers %,.0f/s%n", 8_000 / ((System.nanoTime() - before) / 1e9));
  }

  private void update(MongoCollection<Document> documents) {
    documents.findOneAndUpdate(and(eq("_id", id()), gt("version", 0L)), Updates.inc("version", 1L));
  }

  private void page(MongoCollection<Document> documents) {
    var page = documents.find(gt("_id", id())).sort(ascending("_id")).limit(100);
    assertThat(page.into(new ArrayList<>())).isNotEmpty();
  }

  private static void all(MongoCollection<Document> documents, Bson filter) {
    assertThat(documents.find(filter).into(new ArrayList<>())).isNotNull();
  }

  private int id() {
    return random.nextInt(DOCUMENTS - 200);
  }

  private Iterable<Integer> ids() {
    return random.ints(100, 0, DOCUMENTS).boxed().toList();
  }

  private static void median(String what, int times, IntConsumer action) {
    long[] nanos =
        IntStream.range(0, times)
            .mapToLong(
                i -> {
                  long before = System.nanoTime();
                  action.accept(i);
                  return System.nanoTime() - before;
                })
            .sorted()
            .toArray();
    System.out.printf(
        "%s p50 %.2f ms, p99 %.2f ms%n",
        what, nanos[times / 2] / 1e6, nanos[times * 99 / 100] / 1e6);
  }
}
