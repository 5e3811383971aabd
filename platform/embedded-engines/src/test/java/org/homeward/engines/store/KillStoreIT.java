package org.homeward.engines.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.homeward.testkit.ForkedJvm;
import org.homeward.testkit.FreePorts;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(300) // a fault that is not noticed must not hold the build
class KillStoreIT {
  @TempDir Path directory;

  @Proves(1)
  @ParameterizedTest(name = "fsync {0}, {1} rounds")
  @CsvSource({"false, 4", "true, 2"})
  void acknowledgedWritesAreThereOnceAfterEveryKill(boolean fsync, int rounds) throws Exception {
    String port = Integer.toString(FreePorts.take());
    List<Writer> writers =
        IntStream.range(0, 4).mapToObj(i -> new Writer("w" + i + "-", i)).toList();
    for (int round = 0; round < rounds; round++) {
      try (var store = start(port, fsync);
          var client = connect(port);
          var pool = Executors.newVirtualThreadPerTaskExecutor()) {
        var documents = client.getDatabase("kill").getCollection("documents");
        assertAllThere(writers, documents);
        var ended = new CountDownLatch(writers.size());
        for (Writer writer : writers) {
          pool.submit(
              () -> {
                writer.writeUntilTheStoreDies(documents);
                ended.countDown();
              });
        }
        int more = ThreadLocalRandom.current().nextInt(50, fsync ? 300 : 3_000);
        long enough = acknowledgedBy(writers) + more;
        await()
            .pollInterval(Duration.ofMillis(3))
            .failFast("the store died unasked", () -> ended.getCount() == 0)
            .until(() -> acknowledgedBy(writers) >= enough);
        store.kill();
        assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
      }
    }
    try (var store = start(port, fsync);
        var client = connect(port)) {
      assertAllThere(writers, client.getDatabase("kill").getCollection("documents"));
    }
    System.out.printf(
        "kill -9: %d rounds, fsync %s, %d acknowledged, 0 lost%n",
        rounds, fsync, acknowledgedBy(writers));
  }

  @Test
  void secondProcessOnTheSameDirectoryIsRefusedAndTheFirstKeepsItsLock() {
    List<Integer> ports = FreePorts.take(2);
    try (var first = start(ports.get(0).toString(), false)) {
      for (int attempt = 0; attempt < 2; attempt++) {
        try (var second = fork(ports.get(1).toString(), false)) {
          assertThat(second.awaitLine(line -> line.startsWith("RE")))
              .startsWith("REFUSED ")
              .contains("used by another process (pid " + first.pid() + ")");
          assertThat(second.awaitExit(Duration.ofSeconds(60))).isOne();
        }
      }
    }
  }

  @Test
  void journalThatCannotBeWrittenEndsTheProcess() {
    String port = Integer.toString(FreePorts.take());
    try (var store =
            ForkedJvm.of(StoreMain.class)
                .under("sh", "-c", "ulimit -f 200; exec \"$@\"", "sh")
                .arguments(directory.toString(), port, "false")
                .start();
        var client = connect(port)) {
      store.awaitLine(line -> line.startsWith("READY"));
      var writer = new Writer("w", 1);

      writer.writeUntilTheStoreDies(client.getDatabase("kill").getCollection("documents"));

      assertThat(store.awaitExit(Duration.ofSeconds(60))).isEqualTo(70);
      assertThat(store.lines()).anyMatch(line -> line.contains("the journal cannot be written"));
      try (var again = start(port, false);
          var reconnected = connect(port)) {
        assertThat(writer.check(reconnected.getDatabase("kill").getCollection("documents")))
            .isEmpty();
        assertThat(again.isAlive()).isTrue();
      }
    }
  }

  private static long acknowledgedBy(List<Writer> writers) {
    return writers.stream().mapToLong(Writer::acknowledged).sum();
  }

  private static void assertAllThere(List<Writer> writers, MongoCollection<Document> documents) {
    for (Writer writer : writers) {
      assertThat(writer.check(documents)).isEmpty();
    }
  }

  private ForkedJvm start(String port, boolean fsync) {
    ForkedJvm store = fork(port, fsync);
    store.awaitLine(line -> line.startsWith("READY"));
    return store;
  }

  private ForkedJvm fork(String port, boolean fsync) {
    return ForkedJvm.start(StoreMain.class, directory.toString(), port, Boolean.toString(fsync));
  }

  private static MongoClient connect(String port) {
    return MongoClients.create(
        MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString("mongodb://127.0.0.1:" + port))
            .retryWrites(false)
            .retryReads(false)
            .applyToClusterSettings(c -> c.serverSelectionTimeout(20, TimeUnit.SECONDS))
            .build());
  }
}
