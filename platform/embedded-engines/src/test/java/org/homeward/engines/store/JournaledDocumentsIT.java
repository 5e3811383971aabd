package org.homeward.engines.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.bson.Document;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was never changed is read from the journal, and nobody notices. */
class JournaledDocumentsIT {
  private static final int ENTRIES = 20_000;

  @TempDir Path directory;
  private EmbeddedStore store;
  private MongoClient client;

  @Test
  @Proves(1)
  void entriesStayThemselvesThroughChangesRewritesDeletionsAndRestarts() throws IOException {
    List<Document> expected = new ArrayList<>();
    use(
        log -> {
          for (long n = 0; n < 500; n += 5) {
            log.insertMany(LongStream.range(n, n + 5).mapToObj(i -> entry(i)).toList());
            if (n % 50 == 0) {
              log.updateOne(eq(n), Updates.set("changed", n));
              log.findOneAndUpdate(eq(n + 1), Updates.push("list", n));
              log.deleteOne(eq(n + 2));
            }
            if (n % 150 == 0) {
              store.rewrite();
            }
          }
          log.find().into(expected);
          assertThat(expected).hasSize(490).isSortedAccordingTo((a, b) -> number(a) - number(b));
          assertThat(log.find(exists("changed"))).hasSize(10);
        });
    for (int restart = 0; restart < 2; restart++) {
      use(
          log -> {
            assertThat(log.find().into(new ArrayList<>())).isEqualTo(expected);
            assertThatThrownBy(() -> log.insertOne(entry(7).append("_id", 1_000L)))
                .hasMessageContaining("duplicate key");
            assertThat(log.find(eq("ref", "r7")).first()).isEqualTo(entry(7));
          });
    }
  }

  @Test
  void readersMeetEveryEntryWholeWhileTheJournalIsRewritten() throws Exception {
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      use(
          log -> {
            log.insertMany(LongStream.range(0, 300).mapToObj(i -> entry(i)).toList());
            var done = new AtomicBoolean();
            List<Future<Integer>> readers =
                List.of(1, 2).stream().map(i -> pool.submit(() -> wrong(log, done))).toList();
            for (long n = 300; n < 360; n++) {
              store.rewrite();
              log.insertOne(entry(n));
            }
            done.set(true);
            assertThat(readers).allSatisfy(reader -> assertThat(reader.get()).isZero());
          });
    }
  }

  private static int wrong(MongoCollection<Document> log, AtomicBoolean done) {
    int wrong = 0;
    for (long n = 0; !done.get(); n = (n + 7) % 300) {
      wrong += entry(n).equals(log.find(eq(n)).first()) ? 0 : 1;
    }
    return wrong;
  }

  @Test
  void longAnswersComeInBatchesThatLeaveOutWhatIsDeletedMeanwhile() throws IOException {
    use(
        log -> {
          log.insertMany(LongStream.range(0, 100).mapToObj(i -> entry(i)).toList());
          List<Long> seen = new ArrayList<>();
          try (var cursor =
              log.find(lt("_id", 90L)).sort(ascending("_id")).batchSize(10).cursor()) {
            cursor.forEachRemaining(
                entry -> {
                  seen.add(entry.getLong("_id"));
                  log.deleteOne(eq(50L));
                  log.updateOne(eq(60L), Updates.set("changed", true));
                });
          }
          assertThat(seen).isEqualTo(LongStream.range(0, 90).filter(n -> n != 50).boxed().toList());
        });
  }

  @Test
  void documentThatIsDamagedOnTheDiskIsNotAnswered() throws IOException {
    use(
        log -> {
          log.insertOne(entry(1).append("text", "unmistakable"));
          damage("unmistakable");

          assertThatThrownBy(() -> log.find(eq(1L)).first()).hasMessageContaining("store failed");
        });
  }

  @Test
  @Proves(1)
  void damagedDocumentFailsNoWriteAndTheHealthTellsOfItUntilItIsWellAgain() throws IOException {
    use(
        EmbeddedStore.Settings.of(directory, 0).withRewriteAbove(20_000),
        log -> {
          log.insertOne(entry(1).append("more", "unmistakable"));
          damage("unmistakable");
          for (long n = 2; n <= 200; n++) {
            log.insertOne(entry(n).append("more", "x".repeat(500)));
          }
          assertThat(store.journalBytes()).isGreaterThan(100_000);
          assertThat(store.health().detail()).contains("cannot be rewritten");
          assertThat(directory.resolve("journal.new")).doesNotExist();

          replace("Unmistakable", 'u');
          assertThat(log.countDocuments()).isEqualTo(200);
          log.deleteMany(gt("_id", 1L));
          store.rewrite();

          assertThat(store.journalBytes()).isLessThan(2_000);
          assertThat(store.health().detail()).doesNotContain("cannot be rewritten");
        });
    use(log -> assertThat(log.find().first()).containsEntry("more", "unmistakable"));
  }

  @Test
  void rewriteThatFailedIsNotTriedAtEveryWrite() throws IOException {
    use(
        EmbeddedStore.Settings.of(directory, 0).withRewriteAbove(20_000),
        log -> {
          log.insertOne(entry(1).append("more", "unmistakable"));
          damage("unmistakable");
          log.insertOne(entry(2).append("more", "x".repeat(30_000)));
          replace("Unmistakable", 'u');
          log.insertOne(entry(3));
          assertThat(store.health().detail()).contains("cannot be rewritten");

          log.insertOne(entry(4).append("more", "x".repeat(60_000)));

          assertThat(store.health().detail()).doesNotContain("cannot be rewritten");
        });
  }

  private void damage(String text) {
    replace(text, 'U');
  }

  private void replace(String text, char first) {
    Path journal = directory.resolve("journal");
    try (var file = new RandomAccessFile(journal.toFile(), "rw")) {
      String content = Files.readString(journal, StandardCharsets.ISO_8859_1);
      file.seek(content.indexOf(text));
      file.write(first);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** An entry of 700 bytes would take some 2 KB as a tree of maps. */
  @Test
  void anEntryOfALogCostsLittleHeap() throws IOException {
    use(
        log -> {
          long before = used();
          for (long n = 0; n < ENTRIES; n += 1_000) {
            log.insertMany(LongStream.range(n, n + 1_000).mapToObj(i -> audited(i)).toList());
          }
          long each = (used() - before) / ENTRIES;
          System.out.printf("heap of an entry of a log: %d bytes%n", each);
          assertThat(each).isLessThan(700);
        });
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static Document audited(long n) {
    var fields = new Document("subjects", List.of(UUID.randomUUID().toString()));
    for (String field : List.of("verb", "role", "reader", "purpose", "basis", "at")) {
      fields.append(field, field + "-of-" + n);
    }
    return entry(n)
        .append("ref", "look/" + UUID.randomUUID())
        .append("fields", fields)
        .append("hash", "0123456789abcdef".repeat(4));
  }

  private static Document entry(long n) {
    return new Document("_id", n).append("ref", "r" + n).append("text", "text of " + n);
  }

  private static int number(Document entry) {
    return entry.getLong("_id").intValue();
  }

  private void use(Consumer<MongoCollection<Document>> work) throws IOException {
    use(EmbeddedStore.Settings.of(directory, 0), work);
  }

  private void use(EmbeddedStore.Settings settings, Consumer<MongoCollection<Document>> work)
      throws IOException {
    store = EmbeddedStore.open(settings);
    client = MongoClients.create(store.connectionString());
    try {
      var log = client.getDatabase("journaled").getCollection("log");
      log.createIndex(Indexes.ascending("ref"), new IndexOptions().unique(true));
      work.accept(log);
    } finally {
      client.close();
      store.close();
    }
  }
}
