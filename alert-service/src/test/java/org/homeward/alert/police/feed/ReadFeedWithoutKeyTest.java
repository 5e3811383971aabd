package org.homeward.alert.police.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.homeward.alert.police.desks.KnownDesk;
import org.homeward.alert.police.formats.FeedItem;
import org.homeward.alert.police.formats.FeedPage;
import org.homeward.alert.police.formats.FeedWish;
import org.homeward.alert.police.notices.NoticeChange;
import org.homeward.alert.police.notices.PoliceNotice;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.log.Cursor;
import org.homeward.schema.disclosure.AuditEntry;
import org.homeward.schema.disclosure.AuditTrail;
import org.homeward.schema.disclosure.Disclosures;
import org.homeward.schema.disclosure.TransferRules;
import org.homeward.schema.facts.Risk;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.Outcome;
import org.homeward.schema.values.Code;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.Test;

/** The feed of a service that cannot record a look, and can keep the looks at ends for later. */
class ReadFeedWithoutKeyTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  private final InMemoryFeedLog log = new InMemoryFeedLog();
  private final Map<String, Guarded<PoliceNotice>> notices = new HashMap<>();
  private final List<AuditEntry> kept = new ArrayList<>();
  private final KnownDesk desk =
      new KnownDesk("desk-1", null, null, "RS", Set.of("RS"), false, Instant.EPOCH);
  private boolean keyIsAway = true;

  private final ReadFeed feed =
      new ReadFeed(
          log,
          ids -> ids.stream().map(notices::get).filter(Objects::nonNull).toList(),
          disclosures(
              entry -> {
                if (keyIsAway) {
                  throw new IllegalStateException("no key");
                }
              }),
          disclosures(kept::add),
          new References("rs", ReadFeedWithoutKeyTest::numbers, new DerivedIds(new byte[32])),
          "rs");

  private static Disclosures disclosures(AuditTrail trail) {
    return new Disclosures(trail, TransferRules.withinNode("rs", "RS"), SettableClock.at(NOW));
  }

  private static Map<String, Long> numbers(Collection<String> of) {
    return of.stream().collect(Collectors.toMap(Function.identity(), id -> (long) id.hashCode()));
  }

  private void active(String id) {
    active(id, List.of());
  }

  private void active(String id, List<NoticeChange> changed) {
    put(
        id,
        new PoliceNotice.Active(
            "rs",
            false,
            null,
            Set.of(),
            Map.of(),
            Says.EMPTY,
            Set.of(),
            List.of(),
            1,
            NOW,
            changed,
            null,
            Map.of(),
            Map.of(),
            null,
            List.of()));
  }

  private void ended(String id) {
    Code<Outcome> found = Code.of(Outcome.FOUND_SAFE);
    put(
        id,
        new PoliceNotice.Ended(
            "rs", false, null, Set.of(), Map.of(), found, 2, NOW, List.of(), null, Map.of(), null));
  }

  private void put(String id, PoliceNotice notice) {
    notices.put(id, Guarded.unstored(id, 1, notice, null, List.of(), Map.of()));
    log.append(id, false);
  }

  private FeedPart part(FeedWish wish) {
    return feed.find(desk, wish, feed.head()).orElseThrow();
  }

  private Optional<FeedPage> after(long n) {
    return feed.tell(desk, part(new FeedWish.After(new Cursor("abcdefgh", n), 10)))
        .map(ReadFeed.Told::page);
  }

  private static List<Long> places(FeedPage page) {
    return page.items().stream().map(FeedPage.Placed::n).toList();
  }

  private Says was(KnownDesk reader) {
    FeedPart part =
        feed.find(reader, new FeedWish.After(new Cursor("abcdefgh", 0), 10), feed.head())
            .orElseThrow();
    FeedItem item = feed.tell(reader, part).orElseThrow().page().items().getFirst().item();
    return ((FeedItem.Active) item).changed().getFirst().was();
  }

  @Test
  @Proves(6)
  void aDeskDoesNotReadWhatStoodThereBeforeItWasConfirmed() {
    keyIsAway = false;
    Says low = Says.builder().risk(Risk.of(RiskLevel.LOW)).build();
    active("a", List.of(new NoticeChange(NOW, List.of("/risk"), low)));
    var newDesk = new KnownDesk("desk-2", null, null, "RS", Set.of("RS"), false, NOW);

    assertThat(was(desk)).isEqualTo(low);
    assertThat(was(newDesk)).isEqualTo(Says.EMPTY);
  }

  @Test
  @Proves(4)
  void endsAreToldAndTheirLookIsKept() {
    ended("a");
    ended("b");

    assertThat(places(after(0).orElseThrow())).containsExactly(1L, 2L);
    assertThat(kept)
        .singleElement()
        .satisfies(look -> assertThat(look.subjects()).containsExactly("a", "b"));
  }

  @Test
  @Proves({4, 10})
  void aPageIsCutBeforeTheFirstSearchThatIsOn() {
    ended("a");
    ended("b");
    active("c");
    ended("d");

    FeedPage page = after(0).orElseThrow();

    assertThat(places(page)).containsExactly(1L, 2L);
    assertThat(page.recent()).extracting(FeedPage.Recent::id).containsExactly("d", "b", "a");
    assertThat(page.next().n()).isEqualTo(2);
    assertThat(page.more()).isTrue();
    assertThat(after(2)).as("a search that is on is not told unrecorded").isEmpty();
    assertThat(kept.toString()).doesNotContain("[c", " c");

    keyIsAway = false;
    assertThat(places(after(2).orElseThrow())).containsExactly(3L, 4L);
  }

  @Test
  @Proves(4)
  void theNewestAreCutTooAndWhoGoesOnMissesNothing() {
    ended("a");
    active("b");
    ended("c");
    var newest = new FeedWish.Newest(10);

    FeedPart wanted = part(newest);
    ReadFeed.Told told = feed.tell(desk, wanted).orElseThrow();

    assertThat(places(told.page())).containsExactly(3L);
    assertThat(told.page().next().n()).as("before all that was left out").isZero();
    assertThat(told.part().standing()).as("its tag is another").isNotEqualTo(wanted.standing());
  }

  @Test
  @Proves(4)
  void aStreamThatWaitsForEndsGoesOnBesideSearches() {
    active("a");
    ended("b");

    FeedPage page = after(1).orElseThrow();
    assertThat(places(page)).containsExactly(2L);
    assertThat(page.recent()).extracting(FeedPage.Recent::id).containsExactly("b");
    assertThat(after(2).orElseThrow().next().n()).isEqualTo(2);
  }
}
