package org.homeward.durable.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.durable.document.GuardedDocumentsContract.CLOCK;
import static org.homeward.durable.document.GuardedDocumentsContract.FIRST;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.homeward.durable.Tally;
import org.homeward.durable.command.Command;
import org.homeward.durable.store.WriteSettings;
import org.junit.jupiter.api.Test;

/** What every engine must give the history of a document. */
interface HistoryContract {

  MongoDatabase database();

  private GuardedDocuments<Tally> documents() {
    var documents = new GuardedDocuments<>(database(), "tallies", Tally.CODEC, FIRST, List.of());
    documents.prepare();
    return documents;
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }

  @Test
  default void whatIsStoredOfAChangeMakesTheWholeStateAndItsHistoryTheOneBefore() {
    var documents = new GuardedDocuments<>(database(), "trees", new Trees(), FIRST, List.of());
    var raw = database().getCollection("trees");
    var states = new RandomStates(116_000);
    for (int round = 0; round < 200; round++) {
      String id = id();
      Document before = states.state();
      documents.create(id, Edit.of(before, "me"), new Command(id, "h"), "");
      Document after = states.after(before);
      documents.change(id, _ -> Decision.write(Edit.of(after, "me").asEssential(), ""));

      assertThat(documents.find(id).orElseThrow().state()).isEqualTo(after);
      Document entry =
          raw.find(new Document("_id", id)).first().getList("history", Document.class).getFirst();
      assertThat(Trees.before(after, entry)).isEqualTo(before);
    }
  }

  @Test
  default void theThousandthWriteOfADocumentOfOneSizeIsNoLargerThanTheSecond() {
    var documents = documents();
    String id = id();
    documents.create(id, Edit.of(Tally.of("first"), "me"), new Command(id, "h"), "");
    var archive = new HistoryArchive(documents, database().getCollection("tallies-history"));
    List<Long> bytes = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      String fact = "f" + (i % 10);
      documents.change(id, _ -> Decision.write(Edit.of(Tally.of(fact), "me"), ""));
      Document stored = database().getCollection("tallies").find(new Document("_id", id)).first();
      bytes.add(StateSize.exactly(stored));
      if (documents.find(id).orElseThrow().dues().containsKey("history")) {
        archive.move(id);
      }
    }
    long most = bytes.stream().mapToLong(Long::longValue).max().orElseThrow();
    assertThat(bytes.getLast()).isLessThanOrEqualTo(most);
    assertThat(most).isLessThan(bytes.getFirst() * 20);
    assertThat(database().getCollection("tallies-history").countDocuments(new Document("of", id)))
        .isGreaterThan(900);
  }

  @Test
  default void aLongHistoryMovesAwayAndNothingOfItIsLost() {
    var documents = documents();
    String id = id();
    documents.create(id, Edit.of(Tally.of(), "me"), new Command(id, "h"), "");
    for (int i = 0; i < 25; i++) {
      int n = i;
      documents.change(
          id,
          d ->
              Decision.write(
                  Edit.of(Tally.of("f" + n), "me")
                      .withDues(Map.of("later", Instant.parse("2200-01-01T00:00:00Z"))),
                  ""));
    }
    assertThat(documents.find(id).orElseThrow().dueAt(CLOCK.instant())).containsExactly("history");
    var archive = database().getCollection("tallies-history");
    new HistoryArchive(documents, archive).move(id);
    new HistoryArchive(documents, archive).move(id);
    var now = documents.find(id).orElseThrow();
    assertThat(now.stored().historyEntries()).isEqualTo(HistoryArchive.STAYS);
    assertThat(now.dues()).containsOnlyKeys("later");
    assertThat(now.version()).isEqualTo(26);
    assertThat(archive.countDocuments(new Document("of", id))).isEqualTo(25 - HistoryArchive.STAYS);
    documents.change(id, d -> Decision.write(Edit.of(d.state().and("z"), "me"), ""));
    assertThat(documents.find(id).orElseThrow().stored().historyEntries())
        .isEqualTo(HistoryArchive.STAYS + 1);
  }

  @Test
  default void historyOfLargeEntriesMovesAwayToo() {
    var roomy =
        FIRST.with(
            new WriteSettings(Duration.ofSeconds(5), Duration.ofSeconds(1), 1 << 20, 2 << 20, 64));
    var documents = new GuardedDocuments<>(database(), "tallies", Tally.CODEC, roomy, List.of());
    var archive = new HistoryArchive(documents, database().getCollection("tallies-history"));
    String id = id();
    documents.create(id, Edit.of(Tally.of("x"), "me"), new Command(id, "h"), "");
    for (int i = 0; i < 30; i++) {
      String large = String.valueOf((char) ('a' + i % 26)).repeat(300_000);
      documents.change(id, _ -> Decision.write(Edit.of(Tally.of(large), "me"), ""));
      if (documents.find(id).orElseThrow().dues().containsKey("history")) {
        archive.move(id);
      }
    }
    assertThat(documents.find(id).orElseThrow().version()).isEqualTo(31);
  }
}
