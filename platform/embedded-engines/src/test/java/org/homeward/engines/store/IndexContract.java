package org.homeward.engines.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;

/** An index changes what a question costs, never its answer. */
interface IndexContract {
  String STANDING = "state.standing";
  String CHANGED = "state.changedAt";
  String RISK = "state.risk";

  /** An empty collection of a connected client. */
  MongoCollection<Document> collection(String name);

  /** Whether documents that are equal in the order asked for come as they were inserted. */
  default boolean isStable() {
    return false;
  }

  @Test
  default void indexedAnswersAreThoseOfALookAtAllDocuments() {
    for (int seed = 1; seed <= 3; seed++) {
      var indexed = collection("indexed-" + seed);
      var plain = collection("plain-" + seed);
      createIndexes(indexed);
      var questions = new IndexQuestions(new Random(seed));
      for (int round = 0; round < 12; round++) {
        boolean strange = round % 4 == 3; // arrays and parts: the index must step aside
        for (int i = 0; i < 40; i++) {
          questions.write(strange, indexed, plain);
        }
        for (int i = 0; i < 60; i++) {
          IndexQuestions.Question question = questions.next(isStable());
          assertThat(question.answer(indexed))
              .as("seed %d, round %d: %s", seed, round, question)
              .isEqualTo(question.answer(plain));
        }
        questions.removeStrange(indexed, plain);
      }
    }
  }

  private static void createIndexes(MongoCollection<Document> indexed) {
    indexed.createIndex(Indexes.ascending("wakeAt"), new IndexOptions().sparse(true));
    indexed.createIndex(Indexes.ascending(STANDING, "_id"));
    indexed.createIndex(
        Indexes.compoundIndex(Indexes.ascending(STANDING), Indexes.descending(CHANGED, "_id")));
    indexed.createIndex(
        Indexes.compoundIndex(
            Indexes.ascending(STANDING), Indexes.descending(RISK), Indexes.ascending(CHANGED)));
    indexed.createIndex(Indexes.descending(RISK));
  }

  @Test
  default void indexFollowsInsertUpdateReplacementDeletionAndBulk() {
    var cases = collection("followed");
    createIndexes(cases);
    cases.insertMany(List.of(standing("a", 1), standing("b", 2), standing("c", 3)));
    cases.updateOne(eq("a"), Updates.set(CHANGED, new Date(9)));
    cases.findOneAndUpdate(eq("b"), Updates.set(STANDING, "ENDED"));
    cases.bulkWrite(
        List.of(
            new InsertOneModel<>(standing("d", 5)),
            new DeleteOneModel<>(eq("c")),
            new UpdateOneModel<>(eq("a"), Updates.unset("state.risk"))),
        new BulkWriteOptions().ordered(false));
    cases.replaceOne(eq("d"), standing("d", 10));

    assertThat(openNewest(cases, 10)).extracting(d -> d.get("_id")).containsExactly("d", "a");
    assertThat(cases.find(eq(STANDING, "ENDED")).first()).containsEntry("_id", "b");
    cases.findOneAndDelete(eq("d"));
    assertThat(openNewest(cases, 10)).extracting(d -> d.get("_id")).containsExactly("a");
  }

  @Test
  default void pageInTheOrderOfAnIndexCostsTheSameInALargeCollection() {
    var small = collection("few-open");
    var large = collection("many-open");
    for (var cases : List.of(small, large)) {
      createIndexes(cases);
      int count = cases == small ? 1_000 : 30_000;
      for (int from = 0; from < count; from += 1_000) {
        cases.insertMany(
            IntStream.range(from, from + 1_000).mapToObj(i -> standing("c" + i, i)).toList());
      }
    }
    medianOfPages(small); // warms both up
    medianOfPages(large);

    double ratio = (double) medianOfPages(large) / medianOfPages(small);

    assertThat(ratio).as("30,000 documents against 1,000").isLessThan(3);
  }

  private static long medianOfPages(MongoCollection<Document> cases) {
    return IntStream.range(0, 101)
        .mapToLong(
            i -> {
              long before = System.nanoTime();
              assertThat(openNewest(cases, 50)).hasSize(50);
              var due = cases.find(lte("wakeAt", new Date(5))).into(new ArrayList<>());
              assertThat(due).hasSize(3);
              var oldest = cases.find(exists("wakeAt")).sort(ascending("wakeAt")).first();
              assertThat(oldest).containsEntry("wakeAt", new Date(5));
              return System.nanoTime() - before;
            })
        .sorted()
        .skip(50)
        .findFirst()
        .orElseThrow();
  }

  private static List<Document> openNewest(MongoCollection<Document> cases, int limit) {
    Bson newest = orderBy(descending(CHANGED), descending("_id"));
    return cases
        .find(and(eq(STANDING, "OPEN"), lte(CHANGED, new Date(1L << 40))))
        .sort(newest)
        .limit(limit)
        .into(new ArrayList<>());
  }

  private static Document standing(String id, int changed) {
    var state =
        new Document("standing", "OPEN")
            .append("changedAt", new Date(changed))
            .append("risk", changed % 4);
    var document = new Document("_id", id).append("state", state);
    return changed < 300 && changed % 100 == 5 ? document.append("wakeAt", new Date(5)) : document;
  }
}
