package org.homeward.intake.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.homeward.intake.oversight.Tally.Counted;
import org.homeward.intake.oversight.Tally.Kind;
import org.homeward.intake.oversight.Tally.Passed;
import org.junit.jupiter.api.Test;

/** What a shift's limit counts. */
class TallyTest {

  private static final int LIMIT = 2;
  private static final Instant NOW = Instant.parse("2026-11-30T03:00:00Z");
  private static final Duration SHIFT = Duration.ofHours(12);

  private static Tally searched(Tally tally, Instant at, String... call) {
    return tally.with(new Counted(Kind.SEARCHES, at, Set.of(call)), at.minus(SHIFT), LIMIT);
  }

  private static Tally searchedFor(int calls) {
    Tally tally = Tally.EMPTY;
    for (int i = 0; i < calls; i++) {
      tally = searched(tally, NOW, "call/" + i);
    }
    return tally;
  }

  @Test
  void moreThanTheLimitIsPassedAndAsManyAreNot() {
    assertThat(searchedFor(LIMIT).passed()).isEmpty();
    assertThat(searchedFor(LIMIT + 1).passed())
        .containsEntry(Kind.SEARCHES, new Passed(NOW, LIMIT + 1));
    assertThat(searchedFor(LIMIT + 3).passed())
        .containsEntry(Kind.SEARCHES, new Passed(NOW, LIMIT + 3));
  }

  @Test
  void severalSearchesForOneCallCountOnce() {
    Tally tally = searched(Tally.EMPTY, NOW, "call/a");
    assertThat(searched(tally, NOW.plusSeconds(9), "call/a")).isSameAs(tally);

    tally = searched(tally, NOW, "call/a", "draft/b");
    tally = searched(tally, NOW, "draft/b");
    tally = searched(tally, NOW, "call/c", "draft/b");

    assertThat(tally.counted())
        .containsExactly(new Counted(Kind.SEARCHES, NOW, Set.of("call/a", "call/c", "draft/b")));
  }

  @Test
  void theSixthSearchForOneCallCountsByItselfAndOnce() {
    Tally tally = Tally.EMPTY;
    for (int i = 0; i < 5; i++) {
      tally = searched(tally, NOW, "call/a", Tally.search("s" + i));
    }
    assertThat(tally.counted()).hasSize(1);

    Tally beyond = searched(tally, NOW, "call/a", Tally.search("s5"));

    assertThat(beyond.counted()).hasSize(2);
    assertThat(searched(beyond, NOW, "call/a", Tally.search("s5"))).isSameAs(beyond);
    assertThat(searched(beyond, NOW, "call/a", Tally.search("s0"))).isSameAs(beyond);
    assertThat(searched(beyond, NOW, "call/a", Tally.search("s6")).passed())
        .containsEntry(Kind.SEARCHES, new Passed(NOW, 3));
  }

  @Test
  void whatWasInAnotherShiftCountsNoLonger() {
    Tally tally = searchedFor(LIMIT);

    Tally later = searched(tally, NOW.plus(SHIFT).plusSeconds(1), "call/later");

    assertThat(later.counted()).hasSize(1);
    assertThat(later.passed()).isEmpty();
  }

  @Test
  void whoeverSearchesWithoutAnEndIsCountedAndMakesNoEndlessDocument() {
    Tally tally = searchedFor(100);

    assertThat(tally.passed()).containsEntry(Kind.SEARCHES, new Passed(NOW, 100));
    assertThat(tally.counted()).hasSize(4 * LIMIT);
  }

  @Test
  void openingsAndSearchesAreCountedApart() {
    Tally tally =
        searchedFor(LIMIT)
            .with(new Counted(Kind.OPENINGS, NOW, Set.of("call/0")), NOW.minus(SHIFT), LIMIT);

    assertThat(tally.counted()).hasSize(LIMIT + 1);
    assertThat(tally.passed()).isEmpty();
  }

  @Test
  void whatSomebodyHasLookedAtIsCountedAnew() {
    Tally tally = searchedFor(LIMIT + 1).checked(Kind.SEARCHES);

    assertThat(tally).isEqualTo(Tally.EMPTY);
  }

  @Test
  void whatWasPassedStaysUntilSomebodyHasLooked() {
    Tally tally = searched(searchedFor(LIMIT + 1), NOW.plus(SHIFT).plusSeconds(1), "call/later");

    assertThat(tally.passed()).containsEntry(Kind.SEARCHES, new Passed(NOW, LIMIT + 2));
  }
}
