package org.homeward.durable.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bson.Document;
import org.homeward.durable.command.Command;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.Test;

/** What every engine must give a list of documents. */
interface ListsContract {

  Listing<Document> LISTING =
      new Listing<>(
          "standing",
          state -> state.getInteger("risk"),
          _ -> Instant.parse("2020-01-01T00:00:00Z"));

  MongoDatabase database();

  /** Documents that change while somebody pages, with writers of whom one's clock is behind. */
  final class Changing {
    final SettableClock clock = SettableClock.at("2026-03-01T22:15:00Z");
    final String name = "listed-" + UUID.randomUUID();
    final GuardedDocuments<Document> documents;
    final GuardedDocuments<Document> behind;
    final Random random;
    final List<String> ids = new ArrayList<>();
    final Set<String> kept = new HashSet<>();
    final Set<String> left = new HashSet<>();

    Changing(MongoDatabase database, long seed) {
      random = new Random(seed);
      documents = on(database, clock);
      behind = on(database, Clock.offset(clock, Duration.ofSeconds(-40)));
      documents.prepare();
    }

    private GuardedDocuments<Document> on(MongoDatabase database, Clock itsClock) {
      var codec = new Trees();
      return new GuardedDocuments<>(
          database, name, codec, DocumentSettings.first(itsClock), List.of(), LISTING);
    }

    String open() {
      String id = UUID.randomUUID().toString();
      var state =
          new Document("id", id).append("standing", "OPEN").append("risk", random.nextInt(3));
      documents.create(id, Edit.of(state, "me", "made.v1"), new Command(id, "h"), "");
      ids.add(id);
      if (random.nextInt(5) == 0) {
        kept.add(id);
      }
      return id;
    }

    void change() {
      switch (random.nextInt(6)) {
        case 0 -> open();
        case 1 -> left.add(write(any(), new Document("standing", "ENDED")));
        case 2, 3 -> write(any(), new Document("risk", random.nextInt(3)));
        default -> write(any(), new Document("fact", random.nextInt()));
      }
      clock.advance(Duration.ofMillis(random.nextInt(2)));
    }

    private String any() {
      return ids.get(random.nextInt(ids.size()));
    }

    private String write(String id, Document change) {
      var writer = random.nextBoolean() ? documents : behind;
      writer.change(
          id,
          read -> {
            var state = new Document(read.state());
            state.putAll(change);
            return Decision.write(Edit.of(state, "me", "changed.v1"), "");
          });
      return id;
    }

    boolean isShown(Document state) {
      return !kept.contains(state.getString("id"));
    }

    ListPage<Document> page(ListWalk walk, int limit) {
      ListWalk carried = ListWalk.of(walk.text()).orElseThrow();
      assertThat(carried).isEqualTo(walk);
      var text = new String(Base64.getUrlDecoder().decode(walk.text()), StandardCharsets.UTF_8);
      assertThat(kept).noneMatch(text::contains);
      ListPage<Document> page = documents.list(carried, limit, this::isShown);
      assertThat(page.next().isEmpty()).isEqualTo(page.newer().isPresent());
      assertThat(page.documents()).hasSizeLessThanOrEqualTo(limit);
      if (page.next().isPresent()) {
        assertThat(page.documents()).as("what is kept leaves no gap").hasSize(limit);
      }
      return page;
    }
  }

  @Test
  default void aWalkByAllProcessorsReadsEachDocumentOnce() {
    var all = new Changing(database(), 7);
    for (int i = 0; i < 230; i++) {
      all.open();
    }
    Queue<String> read = new ConcurrentLinkedQueue<>();
    all.documents.forEachInParallel(each -> read.add(each.id()));
    assertThat(read).containsExactlyInAnyOrderElementsOf(all.ids);
  }

  @Test
  default void whatIsListedAllTheTimeIsSkippedByNoWalkHoweverItChanges() {
    for (int seed = 1; seed <= 12; seed++) {
      for (ListOrder order : ListOrder.values()) {
        var changing = new Changing(database(), seed);
        for (int i = 0; i < 60; i++) {
          changing.open();
          changing.clock.advance(Duration.ofMinutes(changing.random.nextInt(2)));
        }
        changing.clock.advance(Duration.ofDays(1));
        Map<String, Long> seen = new HashMap<>();
        ListWalk newer = walked(changing, ListWalk.of(order, "OPEN"), true, seen);
        assertThat(seen.keySet())
            .as("seed %d, by %s", seed, order)
            .doesNotContainAnyElementsOf(changing.kept);
        newer = walked(changing, newer, true, seen);
        walked(changing, newer, false, seen); // nothing changes any more

        for (String id : changing.ids) {
          if (!changing.left.contains(id) && !changing.kept.contains(id)) {
            long version = changing.documents.find(id).orElseThrow().version();
            assertThat(seen).as("seed %d, by %s", seed, order).containsEntry(id, version);
          }
        }
      }
    }
  }

  private static ListWalk walked(
      Changing changing, ListWalk walk, boolean changes, Map<String, Long> seen) {
    ListPage<Document> page = changing.page(walk, 1 + changing.random.nextInt(7));
    while (true) {
      page.documents().forEach(each -> seen.merge(each.id(), each.version(), Math::max));
      for (int i = changing.random.nextInt(4); changes && i > 0; i--) {
        changing.change();
      }
      if (page.newer().isPresent()) {
        return page.newer().get();
      }
      page = changing.page(page.next().orElseThrow(), 1 + changing.random.nextInt(7));
    }
  }

  @Test
  default void comeByLastChangeOrByRankAndThenByLastChange() {
    var changing = new Changing(database(), 7);
    for (int i = 0; i < 30; i++) {
      changing.open();
      changing.clock.advance(Duration.ofMillis(i % 2));
    }
    changing.kept.clear();
    var newest = changing.documents.list(ListWalk.of(ListOrder.CHANGED, "OPEN"), 40, _ -> true);
    var highest = changing.documents.list(ListWalk.of(ListOrder.RANK, "OPEN"), 40, _ -> true);
    assertThat(newest.documents())
        .hasSize(30)
        .isSortedAccordingTo(
            (one, other) ->
                other.pending().getFirst().at().compareTo(one.pending().getFirst().at()));
    var byRank = new ArrayList<>(newest.documents());
    byRank.sort((one, other) -> risk(other) - risk(one)); // stable
    assertThat(highest.documents()).isEqualTo(byRank);
  }

  private static int risk(Guarded<Document> document) {
    return document.state().getInteger("risk");
  }

  @Test
  default void whatNobodyIsToldOfMovesNothingAndTheWalkThroughWhatIsNewerIsShort() {
    var changing = new Changing(database(), 9);
    String first = changing.open();
    changing.clock.advance(Duration.ofHours(1));
    String second = changing.open();
    changing.kept.clear();
    changing.clock.advance(Duration.ofHours(1));

    changing.documents.change(first, read -> Decision.write(Edit.of(read.state(), "an alarm"), ""));
    ListPage<Document> all = changing.page(ListWalk.of(ListOrder.CHANGED, "OPEN"), 10);
    assertThat(all.documents()).extracting(Guarded::id).containsExactly(second, first);

    ListPage<Document> none = changing.page(all.newer().orElseThrow(), 10);
    assertThat(none.documents()).isEmpty();
    changing.write(first, new Document("fact", "new"));
    assertThat(changing.page(none.newer().orElseThrow(), 10).documents())
        .extracting(Guarded::id)
        .containsExactly(first);
  }

  @Test
  default void thoseOfAnEarlierReleaseAreListedOnceItIsPrepared() {
    var changing = new Changing(database(), 11);
    for (int i = 0; i < 700; i++) {
      changing.open();
    }
    changing.kept.clear();
    String changed = changing.ids.getFirst();
    changing.clock.advance(Duration.ofHours(1));
    changing.write(changed, new Document("fact", "new").append("risk", 2));
    Guarded<Document> before = changing.documents.find(changed).orElseThrow();
    var raw = database().getCollection(changing.name);
    raw.updateMany(
        new Document(), new Document("$unset", new Document("changedAt", "").append("rank", "")));
    changing.documents.marks().published(Map.of(changing.ids.getLast(), 1L));

    changing.documents.prepare();
    changing.documents.prepare();

    for (ListOrder order : ListOrder.values()) {
      Map<String, Long> seen = new HashMap<>();
      walked(changing, ListWalk.of(order, "OPEN"), false, seen);
      assertThat(seen.keySet()).containsExactlyInAnyOrderElementsOf(changing.ids);
    }
    var newest = changing.page(ListWalk.of(ListOrder.CHANGED, "OPEN"), 700).documents();
    assertThat(newest.getFirst()).isEqualTo(before);
    assertThat(newest.getLast().id())
        .as("nothing tells when it changed")
        .isEqualTo(changing.ids.getLast());
  }
}
