package org.homeward.durable.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** What every engine must give a log. */
interface LogContract {

  MongoDatabase database();

  private Log log(String name) {
    var log = new Log(database(), name);
    log.prepare();
    return log;
  }

  @Test
  default void numbersAreDenseWhenSeveralInstancesAppend() throws Exception {
    List<Log> instances = List.of(log("dense"), log("dense"), log("dense"));
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var appends = new ArrayList<java.util.concurrent.Future<Long>>();
      for (int i = 0; i < 150; i++) {
        int n = i;
        appends.add(
            pool.submit(
                () -> instances.get(n % 3).append("thing/" + n, new Document("version", n))));
      }
      for (var append : appends) {
        append.get();
      }
    }
    List<LogEntry> all = instances.getFirst().after(0, 1000);
    assertThat(all)
        .extracting(LogEntry::n)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 150).boxed().toList());
    assertThat(all).extracting(LogEntry::ref).doesNotHaveDuplicates();
    assertThat(instances.get(2).head().n()).isEqualTo(150);
    assertThat(instances.getFirst().firstBroken()).isEqualTo(-1);
  }

  @Test
  default void entriesAreFoundByWhatNamesThem() {
    var log = log("named");
    long a = log.append("thing/a", new Document("version", 1));
    log.append("thing/b", new Document("version", 2));
    assertThat(log.named(List.of("thing/a", "thing/none"))).containsOnlyKeys("thing/a");
    assertThat(log.named(List.of("thing/a")).get("thing/a").n()).isEqualTo(a);
  }

  @Test
  @Proves(2)
  default void aRefIsEnteredOnceHoweverOftenItIsAppended() throws Exception {
    var one = log("once");
    var two = log("once");
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var appends =
          IntStream.range(0, 40)
              .mapToObj(
                  i ->
                      pool.submit(
                          () -> (i % 2 == 0 ? one : two).append("same", new Document("v", 1))))
              .toList();
      for (var append : appends) {
        assertThat(append.get()).isEqualTo(1);
      }
    }
    assertThat(one.after(0, 10)).hasSize(1);
  }

  @Test
  @Proves(2)
  default void entriesOfWhichOneIsThereAlreadyLeaveNoHole() {
    var log = log("hole");
    var another = log("hole");
    another.append("b", new Document());
    List<Log.Entry> all =
        Stream.of("a", "b", "c", "a").map(ref -> new Log.Entry(ref, new Document())).toList();

    assertThat(log.append(all)).containsExactly(2L, 1L, 3L, 2L);
    assertThat(log.append(List.of())).isEmpty();

    assertThat(another.after(0, 10)).extracting(LogEntry::ref).containsExactly("b", "a", "c");
    assertThat(another.append("d", new Document())).isEqualTo(4);
    assertThat(log.firstBroken()).isEqualTo(-1);
  }

  @Test
  @Proves(10)
  default void aChangedEntryBreaksTheChain() {
    var log = log("chain");
    for (int i = 0; i < 5; i++) {
      log.append("ref/" + i, new Document("version", i));
    }
    database()
        .getCollection("chain")
        .updateOne(
            new Document("_id", 3L), new Document("$set", new Document("fields.version", 9)));
    assertThat(log.firstBroken()).isEqualTo(3);
  }

  @Test
  default void aLaterInstanceGoesOnWhereTheOthersStand() {
    log("later").append("a", new Document());
    var later = log("later");
    assertThat(later.append("b", new Document())).isEqualTo(2);
    assertThat(later.epoch()).isEqualTo(log("later").epoch());
    assertThat(Cursor.parse(later.head().toString())).contains(later.head());
  }
}
