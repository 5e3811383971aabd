package org.homeward.engines.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.bson.Document;
import org.homeward.engines.engine.PortTaken;
import org.homeward.testkit.SecretScan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalIT {
  private static final String NAME = "Milica Planted";

  @TempDir Path directory;
  private EmbeddedStore store;
  private MongoClient client;

  @Test
  void restartKeepsDocumentsIndexesAndTheirOrder() throws IOException {
    use(
        cases -> {
          cases.createIndex(Indexes.ascending("ref"), new IndexOptions().unique(true).sparse(true));
          cases.createIndex(Indexes.ascending("wakeAt"));
          for (int i = 0; i < 120; i++) {
            cases.insertOne(new Document("_id", i).append("ref", "r" + i).append("due", 1));
          }
        });
    for (int restart = 0; restart < 2; restart++) {
      use(
          cases -> {
            assertThat(cases.countDocuments()).isEqualTo(120);
            assertThat(cases.listIndexes().into(new ArrayList<>())).hasSize(3);
            assertThatThrownBy(() -> cases.insertOne(new Document("_id", -1).append("ref", "r7")))
                .hasMessageContaining("duplicate key");
          });
    }
  }

  /** Replaying "the first that matches" must find the same document as then. */
  @Test
  void replayTakesTheSameDocumentsAfterDeletionsRewritesAndInsertions() throws IOException {
    List<Document> before = new ArrayList<>();
    use(
        cases -> {
          var random = new Random(7);
          for (int i = 0; i < 300; i++) {
            cases.insertOne(new Document("_id", random.nextInt()).append("due", i));
            if (i % 3 == 0) {
              cases.findOneAndDelete(lte("due", random.nextInt(i + 1)));
            }
            if (i % 50 == 0) {
              rewrite();
            }
            cases.findOneAndUpdate(lte("due", i), Updates.inc("claims", 1));
          }
          cases.find().into(before);
        });
    use(cases -> assertThat(cases.find().into(new ArrayList<>())).isEqualTo(before));
  }

  @Test
  void tornTailIsCutAndWhatWasBeforeItStays() throws IOException {
    List<byte[]> contents = new ArrayList<>();
    use(
        cases -> {
          for (int i = 0; i < 2; i++) {
            cases.insertOne(new Document("_id", i));
            contents.add(content());
          }
        });
    for (int cut = contents.get(0).length; cut < contents.get(1).length; cut += 7) {
      Files.write(journal(), Arrays.copyOf(contents.get(1), cut));
      use(cases -> assertThat(cases.find().first()).containsEntry("_id", 0));
    }
  }

  @Test
  void lostPartOfTheSnapshotIsNotTakenForATornTail() throws IOException {
    use(cases -> cases.insertOne(new Document("_id", 1)));
    use(cases -> {}); // the insert is in the snapshot now
    byte[] whole = content();
    for (int cut = 1; cut < whole.length; cut += 7) {
      Files.write(journal(), Arrays.copyOf(whole, cut));
      assertThatThrownBy(() -> EmbeddedStore.open(settings()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("does not start");
    }
  }

  @Test
  void damagedMiddleRefusesTheStartSaysWhatToDoAndChangesNothing() throws IOException {
    use(
        cases -> {
          for (int i = 0; i < 200; i++) {
            cases.insertOne(new Document("_id", i));
          }
        });
    try (var file = new RandomAccessFile(journal().toFile(), "rw")) {
      file.seek(file.length() / 2);
      file.write(~file.read());
    }
    byte[] damaged = content();

    assertThatThrownBy(() -> EmbeddedStore.open(settings()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is damaged, with good records behind the damage")
        .hasMessageContaining("Put a backup of the directory in its place")
        .hasMessageContaining("truncate -s ");
    assertThat(content()).isEqualTo(damaged);
  }

  @Test
  void strangeFileIsNotTakenForATornJournal() throws IOException {
    Files.writeString(journal(), "something else entirely");

    assertThatThrownBy(() -> EmbeddedStore.open(settings()))
        .hasMessageContaining("does not begin like a journal of this store");
    assertThat(journal()).hasContent("something else entirely");
  }

  @Test
  void erasedTextLeavesTheJournalAtARewrite() throws IOException {
    assertErasedBy(settings(), this::rewrite);
  }

  @Test
  void erasedTextLeavesTheJournalByTheSchedule() throws IOException {
    var often = settings().withRewriteEvery(Duration.ofMillis(100));
    assertErasedBy(often, () -> await().until(() -> findings().isEmpty()));
  }

  @Test
  void erasedTextLeavesTheJournalWhenItHasGrown() throws IOException {
    assertErasedBy(
        settings().withRewriteAbove(20_000),
        () -> {
          for (int i = 0; i < 100; i++) {
            collection().updateOne(eq("other"), Updates.set("text", "y".repeat(500)));
          }
        });
    assertThat(Files.size(journal())).isLessThan(22_000);
  }

  @Test
  void erasedTextLeavesTheJournalAtTheNextStart() throws IOException {
    assertErasedBy(settings(), () -> {});
  }

  @Test
  void takenPortIsNamedAndTheDirectoryIsFreeAgain() throws IOException {
    try (var first = EmbeddedStore.open(EmbeddedStore.Settings.of(directory.resolve("a"), 0))) {
      int port = first.address().getPort();

      assertThatThrownBy(
              () -> EmbeddedStore.open(EmbeddedStore.Settings.of(directory.resolve("b"), port)))
          .isInstanceOf(PortTaken.class)
          .hasMessageContaining("port " + port + " of 127.0.0.1, wanted for the store, is taken");
      EmbeddedStore.open(EmbeddedStore.Settings.of(directory.resolve("b"), 0)).close();
    }
  }

  @Test
  void secondStoreOfThisProcessIsRefusedAndCloseEndsHealth() throws IOException {
    var store = EmbeddedStore.open(settings());

    assertThatThrownBy(() -> EmbeddedStore.open(settings()))
        .hasMessageContaining("is used by another engine of this process");
    assertThat(store.health().isUp()).isTrue();
    store.close();
    assertThat(store.health().isUp()).isFalse();
  }

  /** A write into the closed journal would end this process. */
  @Test
  void closeUnderLoadKeepsWhatWasAcknowledgedAndRefusesTheRest() throws Exception {
    var writer = new Writer("w", 3);
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      use(
          cases -> {
            pool.submit(() -> writer.writeUntilTheStoreDies(cases));
            await().until(() -> cases.countDocuments() > 10);
            store.close();
          });
    }
    use(cases -> assertThat(writer.check(cases)).isEmpty());
  }

  private void assertErasedBy(EmbeddedStore.Settings settings, Runnable rewriting)
      throws IOException {
    use(
        settings,
        cases -> {
          cases.insertOne(new Document("_id", "c").append("name", NAME));
          cases.insertOne(new Document("_id", "other"));
          cases.updateOne(eq("c"), Updates.unset("name"));
          assertThat(findings()).isNotEmpty();
          rewriting.run();
        });
    use(settings, cases -> assertThat(cases.countDocuments()).isEqualTo(2));
    assertThat(findings()).isEmpty();
  }

  private List<SecretScan.Finding> findings() {
    return SecretScan.of(NAME).inFiles(directory);
  }

  private void use(Consumer<MongoCollection<Document>> work) throws IOException {
    use(settings(), work);
  }

  private void use(EmbeddedStore.Settings settings, Consumer<MongoCollection<Document>> work)
      throws IOException {
    store = EmbeddedStore.open(settings);
    client = MongoClients.create(store.connectionString());
    try {
      work.accept(collection());
    } finally {
      client.close();
      store.close();
    }
  }

  private MongoCollection<Document> collection() {
    return client.getDatabase("journal").getCollection("cases");
  }

  private void rewrite() {
    client.getDatabase("journal").runCommand(new Document("compact", "cases"));
  }

  private byte[] content() {
    try {
      return Files.readAllBytes(journal());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path journal() {
    return directory.resolve("journal");
  }

  private EmbeddedStore.Settings settings() {
    return EmbeddedStore.Settings.of(directory, 0);
  }
}
