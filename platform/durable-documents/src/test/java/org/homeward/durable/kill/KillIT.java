package org.homeward.durable.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.homeward.durable.Engines;
import org.homeward.durable.log.Log;
import org.homeward.durable.store.StoreConnection;
import org.homeward.testkit.ForkedJvm;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Kills a service between any two of its lines, again and again, and counts what became of it. */
@Execution(ExecutionMode.CONCURRENT)
class KillIT {

  private static final List<String> PLACES =
      List.of("stored", "logged", "published", "between-writes", "before-commit", "anywhere");
  private static final int ROUNDS = Integer.getInteger("kill.rounds", 12);

  @Test
  @Proves({1, 2})
  void eachAcceptedFactHasExactlyOneOfEachEffect() {
    Set<String> accepted = new HashSet<>();
    int deaths = 0;
    try (var engines = Engines.both();
        var client = StoreConnection.open(engines.storeUri())) {
      engines.createTopic(Worker.TOPIC);
      engines.createTopic("poison");
      for (int round = 0; round < ROUNDS; round++) {
        deaths += round(engines, PLACES.get(round % PLACES.size()), accepted);
      }
      try (var last = worker(engines, "nowhere", 5)) {
        last.awaitLine("DRAINED"::equals);
        accepted.addAll(acceptedBy(last));
      }
      assertThat(deaths).isEqualTo(ROUNDS);
      assertEffects(client, accepted);
    }
  }

  private static int round(Engines engines, String place, Set<String> accepted) {
    try (var worker = worker(engines, place, 2_000)) {
      worker.awaitLine("WORKING"::equals);
      if (place.equals("anywhere")) {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(300_000_000, 900_000_000));
        worker.kill();
      } else {
        worker.awaitExit(Duration.ofSeconds(60));
      }
      accepted.addAll(acceptedBy(worker));
      return 1;
    }
  }

  private static ForkedJvm worker(Engines engines, String suicideAt, int count) {
    return ForkedJvm.start(
        Worker.class,
        engines.storeUri(),
        engines.bootstrapServers(),
        suicideAt,
        String.valueOf(count));
  }

  private static List<String> acceptedBy(ForkedJvm worker) {
    return worker.lines().stream()
        .filter(line -> line.matches("ACCEPTED [0-9a-f-]{36}"))
        .map(line -> line.substring("ACCEPTED ".length()))
        .toList();
  }

  private static void assertEffects(MongoClient client, Set<String> accepted) {
    MongoDatabase database = client.getDatabase("kill");
    Set<String> stored = ids(database, "facts");
    assertThat(accepted).hasSizeGreaterThan(100);
    assertThat(stored).containsAll(accepted);
    for (String collection : List.of("copies", "effects")) {
      assertThat(ids(database, collection)).isEqualTo(stored);
      assertThat(database.getCollection(collection).find())
          .allSatisfy(
              document -> {
                assertThat(document.getLong("version")).isEqualTo(1);
                assertThat(document.get("state", Document.class).getList("facts", String.class))
                    .containsExactly(document.getString("_id"));
              });
    }
    var log = new Log(database, "log");
    log.prepare();
    List<String> refs = new ArrayList<>();
    log.after(0, 100_000).forEach(entry -> refs.add(entry.ref()));
    assertThat(refs)
        .containsExactlyInAnyOrderElementsOf(
            stored.stream().map(id -> "fact/" + id + "/1").toList());
    assertThat(log.firstBroken()).isEqualTo(-1);
    System.out.printf(
        "%d facts accepted, %d stored, no effect missing or twice%n",
        accepted.size(), stored.size());
  }

  private static Set<String> ids(MongoDatabase database, String collection) {
    Set<String> ids = new HashSet<>();
    database.getCollection(collection).find().forEach(d -> ids.add(d.getString("_id")));
    return ids;
  }
}
