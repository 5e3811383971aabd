package org.homeward.engines.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What code of ours may ask of a store, the embedded one or MongoDB. */
interface StoreContract extends IndexContract {
  int WRITERS = 8;
  int UPDATES_EACH = 60;

  @Test
  default void guardedUpdateOfEightWritersLosesNoneAndReadersSeeNoHalf() throws Exception {
    MongoCollection<Document> cases = collection("guarded");
    Document wide = doc("c", 0).append("a", 0L);
    IntStream.range(0, 1_000).forEach(i -> wide.append("between" + i, i)); // time to be seen torn
    cases.insertOne(wide.append("b", 0L));
    var done = new AtomicBoolean();
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var readers =
          List.of(1, 2).stream().map(i -> pool.submit(() -> tornOf(cases, done))).toList();
      List<Callable<Object>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        writers.add(() -> countUp(cases));
      }
      for (Future<Object> writer : pool.invokeAll(writers)) {
        writer.get();
      }
      done.set(true);
      for (Future<Integer> torn : readers) {
        assertThat(torn.get()).isZero();
      }
    }
    Document end = cases.find(eq("c")).first();
    assertThat(end.getLong("version")).isEqualTo(WRITERS * UPDATES_EACH);
    assertThat(end.getList("changes", Document.class)).hasSize(WRITERS * UPDATES_EACH);
  }

  private static Object countUp(MongoCollection<Document> cases) {
    for (int done = 0; done < UPDATES_EACH; ) {
      long seen = cases.find(eq("c")).first().getLong("version");
      Document after =
          cases.findOneAndUpdate(
              and(eq("_id", "c"), eq("version", seen)),
              Updates.combine(
                  Updates.set("version", seen + 1),
                  Updates.set("a", seen + 1),
                  Updates.push("changes", new Document("n", seen + 1)),
                  Updates.set("b", seen + 1)));
      done += after == null ? 0 : 1;
    }
    return "done";
  }

  private static int tornOf(MongoCollection<Document> cases, AtomicBoolean done) {
    int torn = 0;
    while (!done.get()) {
      Document seen = cases.find(eq("c")).first();
      boolean whole =
          seen.getLong("a").equals(seen.getLong("b"))
              && seen.getList("changes", Document.class, List.of()).size() == seen.getLong("a");
      torn += whole ? 0 : 1;
    }
    return torn;
  }

  @Test
  default void uniqueScalarIndexRefusesTheSecondWithCategoryDuplicateKey() {
    MongoCollection<Document> cases = collection("unique");
    cases.createIndex(Indexes.ascending("createdBy"), new IndexOptions().unique(true));
    cases.insertOne(doc("a", 0).append("createdBy", "x"));
    cases.insertOne(doc("b", 0).append("createdBy", "y"));

    var insert =
        catchThrowableOfType(
            MongoWriteException.class, () -> cases.insertOne(doc("c", 0).append("createdBy", "x")));
    var update =
        catchThrowableOfType(
            MongoWriteException.class,
            () -> cases.updateOne(eq("b"), Updates.set("createdBy", "x")));
    var guarded =
        catchThrowableOfType(
            MongoCommandException.class,
            () ->
                cases.findOneAndUpdate(
                    and(eq("_id", "a"), eq("version", 7L)),
                    Updates.set("version", 8L),
                    new FindOneAndUpdateOptions().upsert(true)));

    assertThat(insert.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
    assertThat(update.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
    assertThat(guarded.getErrorCode()).isEqualTo(11000);
    assertThat(ErrorCategory.fromErrorCode(guarded.getErrorCode()))
        .isEqualTo(ErrorCategory.DUPLICATE_KEY);
    assertThat(cases.countDocuments()).isEqualTo(2);
    assertThat(cases.find(and(eq("createdBy", "y"), eq("version", 0L))).first()).isNotNull();
  }

  @Test
  default void sparseUniqueIndexBindsOnlyDocumentsThatHaveTheField() {
    MongoCollection<Document> cases = collection("sparse");
    cases.createIndex(Indexes.ascending("ref"), new IndexOptions().unique(true).sparse(true));
    cases.insertMany(List.of(doc("a", 0), doc("b", 0), doc("c", 0).append("ref", "x")));

    var refused =
        catchThrowableOfType(
            MongoWriteException.class, () -> cases.updateOne(eq("a"), Updates.set("ref", "x")));

    assertThat(refused.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
    assertThat(cases.find(eq("ref", null)).into(new ArrayList<>())).hasSize(2);
    cases.updateOne(eq("c"), Updates.unset("ref"));
    assertThat(cases.updateOne(eq("a"), Updates.set("ref", "x")).getModifiedCount()).isOne();
  }

  @Test
  default void operatorsOfAGuardedWriteDoWhatTheyDoInMongoDb() {
    MongoCollection<Document> cases = collection("operators");
    cases.insertOne(doc("c", 1).append("low", 5L).append("high", 5L));
    List<Document> changes =
        IntStream.rangeClosed(1, 5).mapToObj(n -> new Document("n", (long) n)).toList();
    cases.updateOne(
        eq("c"),
        Updates.combine(
            Updates.pushEach("changes", changes, new PushOptions().slice(-4)),
            Updates.min("low", 3L),
            Updates.max("high", 9L),
            Updates.set("children", List.of(child("x"), child("y")))));

    cases.updateOne(eq("c"), Updates.pull("changes", new Document("n", new Document("$lte", 3L))));
    cases.updateOne(
        eq("c"),
        Updates.set("children.$[child].state", "LOCATED"),
        new UpdateOptions().arrayFilters(List.of(eq("child.id", "y"))));
    cases.updateOne(eq("c"), Updates.set("dues.answer", Date.from(Instant.ofEpochMilli(7))));

    Document after = cases.find(eq("c")).first();
    assertThat(after.getList("changes", Document.class))
        .containsExactly(new Document("n", 4L), new Document("n", 5L));
    assertThat(after.getList("children", Document.class))
        .containsExactly(child("x"), child("y").append("state", "LOCATED"));
    assertThat(after).containsEntry("low", 3L).containsEntry("high", 9L);
    assertThat(after.get("dues", Document.class)).containsEntry("answer", new Date(7));
  }

  private static Document child(String id) {
    return new Document("id", id).append("state", "MISSING");
  }

  @Test
  default void upsertMakesTheDocumentOnceAndOnlyThenSetsItsBeginnings() {
    MongoCollection<Document> copies = collection("upserts");
    for (long version = 1; version <= 2; version++) {
      copies.updateOne(
          and(eq("_id", "c"), lte("from", version - 1)),
          Updates.combine(Updates.set("from", version), Updates.setOnInsert("made", version)),
          new UpdateOptions().upsert(true));
    }

    assertThat(copies.find().into(new ArrayList<>()))
        .containsExactly(new Document("_id", "c").append("from", 2L).append("made", 1L));
    var stale =
        catchThrowableOfType(
            MongoWriteException.class,
            () ->
                copies.updateOne(
                    and(eq("_id", "c"), lte("from", 1L)),
                    Updates.set("from", 2L),
                    new UpdateOptions().upsert(true)));
    assertThat(stale.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
  }

  @Test
  default void answersOfAGuardedUpdateAreTheDocumentBeforeOrAfterOrNull() {
    MongoCollection<Document> cases = collection("answers");
    cases.insertOne(doc("c", 1));
    var after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
    var projected = new FindOneAndUpdateOptions().projection(new Document("version", 1));

    assertThat(cases.findOneAndUpdate(eq("c"), Updates.set("version", 2L)))
        .containsEntry("version", 1L);
    assertThat(cases.findOneAndUpdate(eq("c"), Updates.set("version", 3L), after))
        .containsEntry("version", 3L);
    assertThat(cases.findOneAndUpdate(eq("d"), Updates.set("version", 3L), after)).isNull();
    assertThat(cases.findOneAndUpdate(eq("d"), Updates.set("version", 3L), projected)).isNull();
    assertThat(cases.findOneAndDelete(eq("c"))).containsEntry("version", 3L);
    assertThat(cases.findOneAndDelete(eq("c"))).isNull();
  }

  @Test
  default void unorderedBulkGoesOnAfterAnErrorAndCountsWhatItDid() {
    MongoCollection<Document> cases = collection("bulk");
    cases.insertOne(doc("b", 0));

    var failed =
        catchThrowableOfType(
            MongoBulkWriteException.class,
            () ->
                cases.bulkWrite(
                    List.of(
                        new InsertOneModel<>(doc("a", 0)),
                        new InsertOneModel<>(doc("b", 0)),
                        new InsertOneModel<>(doc("c", 0)),
                        new UpdateOneModel<>(
                            and(eq("_id", "b"), eq("version", 0L)), Updates.set("version", 1L))),
                    new BulkWriteOptions().ordered(false)));

    assertThat(failed.getWriteErrors()).hasSize(1);
    assertThat(failed.getWriteErrors().getFirst().getCategory())
        .isEqualTo(ErrorCategory.DUPLICATE_KEY);
    assertThat(failed.getWriteResult().getInsertedCount()).isEqualTo(2);
    assertThat(failed.getWriteResult().getModifiedCount()).isEqualTo(1);
    var stopped =
        catchThrowableOfType(
            MongoBulkWriteException.class,
            () ->
                cases.insertMany(
                    List.of(doc("x", 0), doc("a", 0), doc("y", 0)), new InsertManyOptions()));
    assertThat(stopped.getWriteResult().getInsertedCount()).isOne();
    assertThat(cases.countDocuments()).isEqualTo(4);
  }

  @Test
  default void pagesByIdAndDueDocumentsComeInOrder() {
    MongoCollection<Document> log = collection("log");
    log.createIndex(Indexes.ascending("wakeAt"));
    for (long n = 20; n > 0; n--) {
      Document entry = new Document("_id", n);
      log.insertOne(n % 2 == 0 ? entry.append("wakeAt", new Date(n)) : entry);
    }

    assertThat(ids(log.find(gt("_id", 5L)).sort(ascending("_id")).limit(3)))
        .containsExactly(6L, 7L, 8L);
    assertThat(ids(log.find().sort(descending("_id")).limit(2))).containsExactly(20L, 19L);
    assertThat(ids(log.find(in("_id", 9L, 2L, 99L)).sort(ascending("_id"))))
        .containsExactly(2L, 9L);
    assertThat(ids(log.find(lte("wakeAt", new Date(6))).sort(ascending("wakeAt"))))
        .containsExactly(2L, 4L, 6L);
    assertThat(ids(log.find().sort(ascending("_id")).batchSize(7))).hasSize(20).isSorted();
    log.deleteOne(eq(6L));
    assertThat(ids(log.find(and(gt("_id", 4L), lte("_id", 8L))).sort(descending("_id"))))
        .containsExactly(8L, 7L, 5L);
  }

  private static List<Long> ids(FindIterable<Document> found) {
    return found.map(d -> d.getLong("_id")).into(new ArrayList<>());
  }

  @Test
  default void anIndexFollowsEveryChangeOfItsField() {
    MongoCollection<Document> alarms = collection("indexed");
    alarms.insertOne(doc("early", 0).append("wakeAt", new Date(10)).append("state", state("A")));
    alarms.createIndex(Indexes.ascending("wakeAt"), new IndexOptions().sparse(true));
    alarms.createIndex(Indexes.ascending("state.status", "_id"));
    alarms.insertOne(doc("b", 0).append("wakeAt", new Date(30)).append("state", state("B")));
    alarms.insertOne(doc("a", 0).append("wakeAt", new Date(20)).append("state", state("B")));
    alarms.insertOne(doc("never", 0).append("state", state("B")));
    assertThat(names(alarms.find(lte("wakeAt", new Date(20)))))
        .containsExactlyInAnyOrder("early", "a");
    assertThat(names(alarms.find(and(gte("wakeAt", new Date(20)), lte("wakeAt", new Date(10))))))
        .isEmpty();
    assertThat(names(alarms.find(eq("state.status", "B")).sort(ascending("_id"))))
        .containsExactly("a", "b", "never");

    alarms.updateOne(eq("_id", "early"), Updates.unset("wakeAt"));
    alarms.updateOne(eq("_id", "b"), Updates.set("wakeAt", new Date(5)));
    alarms.updateOne(eq("_id", "never"), Updates.set("state.status", "A"));
    alarms.deleteOne(eq("_id", "a"));
    assertThat(names(alarms.find(lte("wakeAt", new Date(20))))).containsExactlyInAnyOrder("b");
    assertThat(names(alarms.find(eq("state.status", "B")))).containsExactlyInAnyOrder("b");

    alarms.insertOne(doc("list", 0).append("state", state(List.of("A", "B"))));
    assertThat(names(alarms.find(eq("state.status", "B")))).containsExactlyInAnyOrder("b", "list");
    alarms.deleteOne(eq("_id", "list"));
    assertThat(names(alarms.find(eq("state.status", "A"))))
        .containsExactlyInAnyOrder("early", "never");
  }

  private static List<String> names(FindIterable<Document> found) {
    return found.map(d -> d.getString("_id")).into(new ArrayList<>());
  }

  private static Document state(Object status) {
    return new Document("status", status);
  }

  @Test
  default void guardedUpdateCostsTheSameInALargeCollection() {
    MongoCollection<Document> small = collection("small");
    MongoCollection<Document> large = collection("large");
    fill(small, 1_000);
    fill(large, 50_000);
    medianOfUpdates(small); // warms both up
    medianOfUpdates(large);

    double ratio = (double) medianOfUpdates(large) / medianOfUpdates(small);

    assertThat(ratio).as("50,000 documents against 1,000").isLessThan(5);
  }

  private static void fill(MongoCollection<Document> into, int count) {
    var text = "x".repeat(300);
    for (int from = 0; from < count; from += 1_000) {
      into.insertMany(
          IntStream.range(from, from + 1_000)
              .mapToObj(i -> doc("id" + i, 0).append("text", text))
              .toList());
    }
  }

  private static long medianOfUpdates(MongoCollection<Document> in) {
    return IntStream.range(0, 301)
        .mapToLong(
            i -> {
              long before = System.nanoTime();
              in.findOneAndUpdate(
                  and(eq("_id", "id" + i * 3), eq("state", "OPEN")), Updates.inc("version", 1L));
              return System.nanoTime() - before;
            })
        .sorted()
        .skip(150)
        .findFirst()
        .orElseThrow();
  }

  private static Document doc(String id, long version) {
    return new Document("_id", id).append("version", version).append("state", "OPEN");
  }
}
