package org.homeward.frame.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.PendingChange;
import org.homeward.durable.log.Cursor;
import org.homeward.durable.log.HeadWatch;
import org.homeward.durable.log.Log;
import org.homeward.durable.log.OldEntries;
import org.homeward.durable.store.Incarnation;
import org.homeward.durable.store.StoreConnection;
import org.homeward.engines.store.EmbeddedStore;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadChangesIT {

  private static final Caller ANA = new Caller("ana", "p-ana", EnumSet.of(Role.OPERATOR));
  private static final Caller DRAGAN = new Caller("dragan", "p-dragan", EnumSet.of(Role.POLICE));
  private static final Duration KEPT = Duration.ofDays(3);

  @TempDir Path directory;

  private final SettableClock clock = SettableClock.at("2026-03-01T02:00:00Z");
  private final Set<String> hidden = ConcurrentHashMap.newKeySet();
  private EmbeddedStore store;
  private MongoClient client;
  private ChangeLog log;
  private HeadWatch watch;
  private ReadChanges reading;

  @BeforeEach
  void open() throws Exception {
    store = EmbeddedStore.open(EmbeddedStore.Settings.of(directory, 0));
    client = StoreConnection.open(store.connectionString());
    log = instance();
    watch = new HeadWatch(log::head);
    var cases = new ChangeKind("case", EnumSet.of(Role.OPERATOR), (ids, _) -> notHidden(ids));
    reading = new ReadChanges(log, watch, List.of(cases));
  }

  @AfterEach
  void close() {
    client.close();
    store.close();
  }

  private ChangeLog instance() {
    MongoDatabase database = client.getDatabase("rs_trial");
    var entries = new Log(database, ChangeLog.NAME, Incarnation.FIRST);
    entries.prepare();
    var old = new OldEntries(database, ChangeLog.NAME, ChangeLog.AT);
    return new ChangeLog(entries, old, KEPT, clock);
  }

  private Set<String> notHidden(Set<String> ids) {
    return ids.stream().filter(id -> !hidden.contains(id)).collect(Collectors.toSet());
  }

  private void change(ChangeLog in, String type, String id, long version) {
    var change = new PendingChange(version, "thing.changed.v1", clock.instant(), "p-1");
    in.drain(type).drain(Guarded.unstored(id, version, "", null, List.of(change), Map.of()));
  }

  private Optional<ReadChanges.Page> after(Cursor place, Caller caller) throws Exception {
    return reading.after(place, Duration.ZERO, caller);
  }

  @Test
  void eachDocumentIsToldOnceWithItsNewestVersionByTheOrderOfLastChanges() throws Exception {
    Cursor begin = log.head();
    change(log, "case", "a", 1);
    change(log, "case", "b", 1);
    change(log, "case", "a", 2);
    change(log, "case", "a", 2); // published once more

    ReadChanges.Page page = after(begin, ANA).orElseThrow();

    assertThat(page.changes())
        .extracting(Change::id, Change::version)
        .containsExactly(tuple("b", 1L), tuple("a", 2L));
    assertThat(page.next()).isEqualTo(log.head());
    assertThat(after(page.next(), ANA).orElseThrow().changes()).isEmpty();
  }

  @Test
  @Proves(6)
  void whatAPersonMayNotKnowOfIsLeftOutWhateverTheReason() throws Exception {
    hidden.add("kept");
    Cursor begin = log.head();
    change(log, "case", "kept", 1);
    change(log, "unheard", "x", 1);
    change(log, "case", "known", 1);

    assertThat(after(begin, ANA).orElseThrow().changes())
        .extracting(Change::id)
        .containsExactly("known");
    assertThat(after(begin, DRAGAN).orElseThrow().changes()).isEmpty();

    hidden.add("known");
    assertThat(after(begin, ANA).orElseThrow().changes()).as("asked anew").isEmpty();
  }

  @Test
  @Proves(6)
  void whoeverWaitsGoesOnWaitingWhenSomethingHiddenChanges() {
    hidden.add("kept");
    Cursor begin = log.head();
    CompletableFuture<ReadChanges.Page> answer =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return reading.after(begin, Duration.ofHours(1), ANA).orElseThrow();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            },
            Thread::startVirtualThread);
    await().until(() -> watch.waiting() == 1);
    change(log, "case", "kept", 1);
    watch.poll();
    await().until(() -> watch.waiting() == 1);
    change(log, "case", "known", 1);

    await()
        .until(
            () -> {
              watch.poll();
              return answer.isDone();
            });

    assertThat(answer.join().changes()).extracting(Change::id).containsExactly("known");
    assertThat(answer.join().next()).isEqualTo(log.head());
  }

  @Test
  void whoeverWaitsIsSentAwayWithoutALossWhenTheProcessStops() throws Exception {
    Cursor begin = log.head();
    watch.close();

    assertThat(reading.after(begin, Duration.ofHours(1), ANA).orElseThrow().next())
        .isEqualTo(begin);
  }

  @Test
  void fromAPlaceThatIsGoneOrTooFarBehindNobodyGoesOn() throws Exception {
    Cursor begin = log.head();
    change(log, "case", "a", 1);
    clock.advance(KEPT.plusMinutes(1));
    change(log, "case", "a", 2);
    log.forget();

    assertThat(after(begin, ANA)).isEmpty();
    assertThat(after(new Cursor(begin.epoch(), 1), ANA).orElseThrow().changes()).hasSize(1);
    assertThat(after(new Cursor("other000", 1), ANA)).isEmpty();
    assertThat(after(new Cursor(begin.epoch(), 99), ANA)).isEmpty();

    Cursor last = log.head();
    for (int i = 0; i <= ReadChanges.FARTHEST; i++) {
      change(log, "case", "b", i + 1);
    }
    assertThat(after(last, ANA)).isEmpty();
  }

  @Test
  void theNewestEntryStaysHoweverOldItIs() throws Exception {
    change(log, "case", "a", 1);
    change(log, "case", "a", 2);
    clock.advance(KEPT.multipliedBy(5));
    log.forget();

    assertThat(after(log.head(), ANA)).isPresent();
    change(log, "case", "a", 3);
    assertThat(log.head().n()).isEqualTo(3);
  }

  /** Else it would write where the others have deleted, and nobody would read that. */
  @Test
  void aProcessThatWasSuspendedForLongGoesOnBehindTheNewest() throws Exception {
    change(log, "case", "a", 1);
    ChangeLog other = instance();
    change(other, "case", "a", 2);
    change(other, "case", "a", 3);
    clock.advance(KEPT.plusMinutes(1));
    change(other, "case", "a", 4);
    other.forget();

    change(log, "case", "b", 1);

    assertThat(log.head().n()).isEqualTo(5);
    assertThat(other.after(4, 10))
        .extracting(placed -> placed.change().orElseThrow().id())
        .containsExactly("b");
  }
}
