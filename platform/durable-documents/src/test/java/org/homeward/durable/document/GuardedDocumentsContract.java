package org.homeward.durable.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.homeward.durable.Tally;
import org.homeward.durable.command.Check;
import org.homeward.durable.command.Command;
import org.homeward.durable.store.Incarnation;
import org.homeward.durable.store.StoreFailure;
import org.homeward.durable.store.WriteSettings;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.Test;

/** What every engine must give a guarded document. */
interface GuardedDocumentsContract {

  SettableClock CLOCK = SettableClock.at("2026-03-01T22:15:00Z");
  WriteSettings SETTINGS =
      new WriteSettings(Duration.ofSeconds(5), Duration.ofSeconds(1), 2_000, 100_000, 20);
  DocumentSettings FIRST = DocumentSettings.first(CLOCK).with(SETTINGS);

  MongoDatabase database();

  private GuardedDocuments<Tally> documents() {
    return documents(Incarnation.FIRST);
  }

  private GuardedDocuments<Tally> documents(Incarnation incarnation) {
    var documents =
        new GuardedDocuments<>(
            database(), "tallies", Tally.CODEC, FIRST.with(incarnation), List.of());
    documents.prepare();
    return documents;
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }

  private static WriteOutcome.OfChanging<Tally, String> add(
      GuardedDocuments<Tally> documents, String id, String f) {
    return documents.change(id, d -> grown(d, f));
  }

  private static WriteOutcome.OfRequest<Tally, String> add(
      GuardedDocuments<Tally> documents, String id, long seen, Command command, String f) {
    return documents.change(id, List.of(Check.once(command), Check.seen(seen)), d -> grown(d, f));
  }

  private static Decision<Tally, String> grown(Guarded<Tally> read, String fact) {
    return Decision.write(Edit.of(read.state().and(fact), "me", "tally.grown.v1"), "done");
  }

  @Test
  @Proves(1)
  default void factAndPendingChangeAreOneDocument() {
    var documents = documents();
    String id = id();
    documents.create(id, Edit.of(Tally.of("a"), "me", "tally.made.v1"), new Command(id, "h"), "");
    add(documents, id, "b");
    Document stored = database().getCollection("tallies").find(new Document("_id", id)).first();
    assertThat(stored.getList("changes", Document.class))
        .extracting(c -> c.getString("type"))
        .containsExactly("tally.made.v1", "tally.grown.v1");
    assertThat(stored.getLong("version")).isEqualTo(2);
    assertThat(stored.getDate("publishAt").toInstant())
        .isEqualTo(CLOCK.instant().plus(SETTINGS.publishGrace()));
    assertThat(stored.getList("history", Document.class))
        .extracting(h -> h.getList("was", Document.class))
        .containsExactly(List.of(new Document("part", "facts.1")));
  }

  @Test
  @Proves(2)
  default void aRepeatedCreationIsTheFirstOne() {
    var documents = documents();
    var command = new Command("create/" + id(), "hash");
    var first = documents.create(id(), Edit.of(Tally.of("a"), "me", "t.v1"), command, "");
    var second = documents.create(id(), Edit.of(Tally.of("a"), "me", "t.v1"), command, "");
    assertThat(first).isInstanceOf(WriteOutcome.Written.class);
    assertThat(second)
        .isInstanceOfSatisfying(
            WriteOutcome.Repeated.class,
            r ->
                assertThat(r.now().id())
                    .isEqualTo(((WriteOutcome.Written<?, ?>) first).now().id()));
    assertThat(
            documents.create(
                id(), Edit.of(Tally.of("b"), "me"), new Command(command.id(), "other"), ""))
        .isInstanceOf(WriteOutcome.KeyReused.class);
  }

  @Test
  @Proves(2)
  default void anIdThatSeveralCommandsWantIsOneCommandsOnly() {
    var documents = documents();
    String id = id();
    var mine = new Command("claim/" + id(), "h");
    Edit<Tally> edit = Edit.of(Tally.of("a"), "me", "t.v1");
    assertThat(documents.claim(id, edit, mine, "")).isInstanceOf(WriteOutcome.Written.class);
    assertThat(documents.claim(id, edit, mine, "")).isInstanceOf(WriteOutcome.Repeated.class);
    assertThat(
            documents.claim(
                id, Edit.of(Tally.of("b"), "you"), new Command("claim/" + id(), "h"), ""))
        .isInstanceOfSatisfying(
            WriteOutcome.Taken.class,
            taken -> assertThat(taken.now().state()).isEqualTo(Tally.of("a")));
    assertThat(documents.repeated(new Command("claim/" + id(), "h"))).isEmpty();
  }

  @Test
  default void oneWhoseListHoldsAValueIsNotFoundByWhoeverIsKeptFromIt() {
    var documents = documents();
    String id = id();
    documents.create(id, Edit.of(Tally.of("a", "b"), "me"), new Command(id, "h"), "");
    assertThat(documents.findUnless(id, "facts", "b")).isEmpty();
    assertThat(documents.findUnless(id, "facts", "c")).isEqualTo(documents.find(id));
    assertThat(documents.findUnless(id, "others", "b")).as("no list").isPresent();
    assertThat(documents.findUnless(id(), "facts", "c")).isEmpty();
    assertThat(documents.findUnless(id, List.of("others", "facts"), "b")).isEmpty();
    assertThat(documents.findUnless(id, List.of("others", "facts"), "c")).isPresent();
  }

  @Test
  default void anExcerptHasTheFieldsThatWereAskedForAndNoOther() {
    var documents = documents();
    String id = id();
    documents.create(id, Edit.of(Tally.of("a", "b"), "me"), new Command(id, "h"), "");
    Excerpt facts = documents.excerpts().of(id, "facts").orElseThrow();
    assertThat(facts.texts("facts")).containsExactlyInAnyOrder("a", "b");
    Excerpt none = documents.excerpts().of(id, "others.b").orElseThrow();
    assertThat(none.texts("facts")).isEmpty();
    assertThat(none.text("others.b")).isEmpty();
    assertThat(documents.excerpts().of(id(), "facts")).isEmpty();
    assertThat(documents.excerpts().ofFirst("facts", "nowhere" + id, "facts")).isEmpty();
    String other = id();
    documents.create(other, Edit.of(Tally.of(id), "me"), new Command(other, "h"), "");
    assertThat(documents.excerpts().of(List.of(id, other, id()), "facts"))
        .containsOnlyKeys(id, other)
        .hasEntrySatisfying(other, found -> assertThat(found.texts("facts")).containsExactly(id));
    assertThat(documents.excerpts().ids("facts", id)).containsExactly(other);
    assertThat(documents.excerpts().ids(Map.of("facts", id), 1)).containsExactly(other);
    assertThat(documents.excerpts().ids(Map.of("facts", id, "others", "x"), 1)).isEmpty();
  }

  @Test
  default void aWriteOnWhatWasReadIsStaleOnceSomebodyElseHasWritten() {
    var documents = documents();
    String id = id();
    documents.create(id, Edit.of(Tally.of(), "me"), new Command(id, "h"), "");
    Guarded<Tally> read = documents.find(List.of(id, id())).getFirst();
    documents.write(read, Edit.of(Tally.of("first"), "me"), "");
    assertThat(documents.write(read, Edit.of(Tally.of("second"), "me"), ""))
        .isInstanceOfSatisfying(
            WriteOutcome.Stale.class,
            stale -> assertThat(stale.now().state()).isEqualTo(Tally.of("first")));
    documents.changeFrom(
        read, newest -> Decision.write(Edit.of(newest.state().and("third"), "me"), ""));
    assertThat(documents.find(id).orElseThrow().state()).isEqualTo(Tally.of("first", "third"));
  }

  @Test
  @Proves(2)
  default void aRepeatedChangeIsAppliedOnce() {
    var documents = documents();
    String id = id();
    documents.create(id, Edit.of(Tally.of(), "me", "t.v1"), new Command(id, "h"), "");
    var command = new Command("add/" + id, "hash");
    assertThat(add(documents, id, 1, command, "x")).isInstanceOf(WriteOutcome.Written.class);
    assertThat(add(documents, id, 1, command, "x"))
        .isInstanceOfSatisfying(
            WriteOutcome.Repeated.class, r -> assertThat(r.version()).isEqualTo(2));
    assertThat(add(documents, id, 1, new Command(command.id(), "o"), "x"))
        .isInstanceOf(WriteOutcome.KeyReused.class);
    assertThat(documents.find(id).orElseThrow().state()).isEqualTo(Tally.of("x"));
  }

  @Test
  default void aChangeAgainstAnOldVersionIsStaleAndWritesNothing() {
    var documents = documents();
    String id = id();
    documents.create(id, Edit.of(Tally.of(), "me"), new Command(id, "h"), "");
    add(documents, id, 1, new Command("x" + id, "h"), "x");
    assertThat(add(documents, id, 1, new Command("y" + id, "h"), "y"))
        .isInstanceOf(WriteOutcome.Stale.class);
    assertThat(documents.find(id).orElseThrow().state()).isEqualTo(Tally.of("x"));
    assertThat(add(documents, id(), "y")).isInstanceOf(WriteOutcome.Absent.class);
  }

  @Test
  default void eightWritersLoseNothing() throws Exception {
    var documents = documents();
    String id = id();
    documents.create(id, Edit.of(Tally.of(), "me"), new Command(id, "h"), "");
    try (var pool = Executors.newFixedThreadPool(8)) {
      var writes =
          IntStream.range(0, 80)
              .mapToObj(i -> pool.submit(() -> add(documents, id, "f" + i)))
              .toList();
      for (var write : writes) {
        write.get();
      }
    }
    var now = documents.find(id).orElseThrow();
    assertThat(now.state().facts()).hasSize(80).doesNotHaveDuplicates();
    assertThat(now.version()).isEqualTo(81);
  }

  @Test
  @Proves(2)
  default void anyOrderWithRepeatsOfASourceEndsTheSame() {
    var documents = documents();
    var random = new Random(116_000);
    for (int round = 0; round < 20; round++) {
      String id = id();
      List<Integer> versions = new ArrayList<>(IntStream.rangeClosed(1, 6).boxed().toList());
      versions.addAll(versions);
      Collections.shuffle(versions, random);
      int newestApplied = 0;
      for (int version : versions) {
        Tally snapshot =
            new Tally(IntStream.rangeClosed(1, version).mapToObj(n -> "f" + n).toList());
        var outcome =
            documents.react(
                id,
                new SourceVersion("source/" + id, version),
                read -> Decision.write(Edit.of(snapshot, "reader", "t.v1"), ""));
        assertThat(outcome instanceof WriteOutcome.Written).isEqualTo(version > newestApplied);
        newestApplied = Math.max(newestApplied, version);
      }
      assertThat(documents.find(id).orElseThrow().state().facts()).hasSize(6);
    }
  }

  @Test
  default void aRestoredNodeWritesVersionsAboveAllEarlierOnes() {
    String id = id();
    documents().create(id, Edit.of(Tally.of(), "me"), new Command(id, "h"), "");
    add(documents(new Incarnation(1)), id, "x");
    assertThat(documents().find(id).orElseThrow().version()).isEqualTo(1L << 32);
  }

  @Test
  default void aFullDocumentTakesOnlyWhatIsEssential() {
    var documents = documents();
    String id = id();
    documents.create(id, Edit.of(Tally.of("x".repeat(1_900)), "me"), new Command(id, "h"), "");
    assertThatThrownBy(() -> add(documents, id, "y".repeat(200)))
        .isInstanceOf(StoreFailure.TooLarge.class);
    var frozen =
        documents.change(
            id,
            d ->
                Decision.write(
                    Edit.of(d.state().and("y".repeat(200)), "me", "t.v1").asEssential(), ""));
    assertThat(frozen).isInstanceOf(WriteOutcome.Written.class);
  }

  @Test
  default void documentsThatHaveAllOfSeveralValuesAreCounted() {
    String first = id();
    for (String second : List.of("x", "x", "y")) {
      String id = id();
      documents().create(id, Edit.of(Tally.of(first, second), "me"), new Command(id, "h"), "");
    }

    assertThat(documents().count(Map.of("facts.0", first, "facts.1", "x"))).isEqualTo(2);
    assertThat(documents().count(Map.of("facts.0", first, "facts.1", "z"))).isZero();
  }
}
