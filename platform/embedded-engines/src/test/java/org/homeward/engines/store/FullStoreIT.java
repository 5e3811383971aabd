package org.homeward.engines.store;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.homeward.testkit.ForkedJvm;
import org.homeward.testkit.FreePorts;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A heap that fills up: told in time, then the end of the process, and nothing lost. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(300)
class FullStoreIT {
  private static final int OUT_OF_MEMORY = 3;
  private static final int NEAR = 60;
  private static final String TEXT = "x".repeat(6_000);

  @TempDir Path directory;
  private final Pressure pressure = new Pressure();
  private final Map<String, Long> acknowledged = new HashMap<>();

  @Test
  @Proves(1)
  void itSaysSoWhileItFillsEndsWhenFullAndStartsWithMoreHeapAndAllThatItAcknowledged() {
    String port = Integer.toString(FreePorts.take());
    try (var store = start(port, 64);
        var client = connect(port)) {
      MongoCollection<Document> cases = client.getDatabase("full").getCollection("cases");
      int first = fill(cases, 0, 75);
      assertThat(first).as("cases before subscriptions are refused").isGreaterThan(100);
      int second = fill(cases, first, 85);
      for (int i = 0; i < 50; i++) {
        change(cases, "c" + i); // what goes on with a case that is there
      }
      fill(cases, second, 1_000);
      assertThat(store.awaitExit(Duration.ofSeconds(60))).isEqualTo(OUT_OF_MEMORY);
    }
    try (var again = start(port, 256);
        var client = connect(port)) {
      MongoCollection<Document> cases = client.getDatabase("full").getCollection("cases");
      acknowledged.forEach(
          (id, version) ->
              assertThat(cases.find(eq(id)).first().getLong("version"))
                  .as(id)
                  .isBetween(version, version + 1)); // the last one was not answered
      assertThat(again.isAlive()).isTrue();
      assertThat(pressure.percent).isLessThan(75);
    }
  }

  /**
   * Makes cases until the store says that it is so full; above 100, until it is gone. Returns the
   * number of the next.
   */
  private int fill(MongoCollection<Document> cases, int from, int percent) {
    int next = from;
    try {
      for (; pressure.percent < percent; next++) {
        String id = "c" + next;
        // Slowly near the marks: it looks now and then, and says what it saw last.
        boolean isNear = pressure.percent >= NEAR && percent <= 100;
        String text = !isNear ? TEXT : TEXT.substring(0, TEXT.length() / 20);
        cases.insertOne(new Document("_id", id).append("version", 0L).append("text", text));
        acknowledged.put(id, 0L);
        change(cases, id); // what was never changed is not in memory
      }
    } catch (MongoException gone) {
      assertThat(percent).isGreaterThan(100);
    }
    return next;
  }

  private void change(MongoCollection<Document> cases, String id) {
    cases.updateOne(eq(id), Updates.inc("version", 1L));
    acknowledged.merge(id, 1L, Long::sum);
  }

  private ForkedJvm start(String port, int megabytes) {
    ForkedJvm store =
        ForkedJvm.of(StoreMain.class)
            .heapMegabytes(megabytes)
            .arguments(directory.toString(), port, "false")
            .start();
    store.awaitLine(line -> line.startsWith("READY"));
    return store;
  }

  private MongoClient connect(String port) {
    return MongoClients.create(
        MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString("mongodb://127.0.0.1:" + port))
            .retryWrites(false)
            .addCommandListener(pressure)
            .applyToSocketSettings(s -> s.readTimeout(30, TimeUnit.SECONDS))
            .applyToClusterSettings(c -> c.serverSelectionTimeout(20, TimeUnit.SECONDS))
            .build());
  }

  private static final class Pressure implements CommandListener {
    private volatile int percent;

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
      percent = event.getResponse().getInt32("storePressure").getValue();
    }
  }
}
