package org.homeward.alert.police.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.homeward.alert.police.desks.KnownDesk;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class PageWalkTest {

  private static final KnownDesk DESK =
      new KnownDesk("desk-1", null, null, "RS", Set.of("RS"), false, Instant.EPOCH);

  /** A log of notices named by letters; capitals are exercises. */
  private static FeedLog letters(String notices) {
    var log = new InMemoryFeedLog();
    notices.chars().forEach(c -> log.append("" + (char) c, Character.isUpperCase(c)));
    return log;
  }

  private static PageWalk walk(FeedLog log) {
    return new PageWalk(log, DESK, entries -> entries);
  }

  private static String forward(String log, long after, int limit) {
    var walked = walk(letters(log)).forward(after, log.length(), limit);
    return shown(walked) + " then " + walked.last();
  }

  private static String newest(String log, int limit) {
    return shown(walk(letters(log)).back(log.length() + 1, limit, PageWalk.FAR));
  }

  private static String shown(PageWalk.Walked walked) {
    return String.join(
        " ", walked.entries().stream().map(entry -> entry.notice() + entry.n()).toList());
  }

  @Test
  void forwardPageShowsANoticeOnceAtItsNewestPlaceInIt() {
    assertThat(forward("abac", 0, 10)).isEqualTo("b2 a3 c4 then 4");
  }

  @Test
  void forwardPageStopsAtItsLimitAndGoesOnFromThere() {
    assertThat(forward("abacdb", 0, 2)).isEqualTo("b2 a3 then 3");
    assertThat(forward("abacdb", 3, 2)).isEqualTo("c4 d5 then 5");
    assertThat(forward("abacdb", 5, 2)).isEqualTo("b6 then 6");
  }

  @Test
  void pageAfterTheHeadIsEmptyAndStays() {
    assertThat(forward("ab", 2, 10)).isEqualTo(" then 2");
    assertThat(forward("", 0, 10)).isEqualTo(" then 0");
  }

  @Test
  void newestPageBeginsAtTheHead() {
    assertThat(newest("abacd", 3)).isEqualTo("d5 c4 a3");
    assertThat(newest("aaaa", 3)).isEqualTo("a4");
    assertThat(newest("", 3)).isEmpty();
  }

  @Test
  void whatTheOtherSideReadsTakesNoPlace() {
    String exercises = "X".repeat(700);

    assertThat(newest("a" + exercises, 2)).isEqualTo("a1");
    assertThat(forward("a" + exercises + "b", 1, 2)).isEqualTo("b702 then 702");
  }

  @Test
  void longLogIsWalkedInPartsThatCoverIt() {
    String log = "X".repeat(12_000) + "b";
    FeedLog letters = letters(log);
    long after = 0;
    String last = "";
    for (int pages = 0; after < log.length() && pages < 10; pages++) {
      var walked = walk(letters).forward(after, log.length(), 2);
      after = walked.last();
      last = shown(walked);
    }
    assertThat(last).isEqualTo("b12001");
  }

  @Test
  void pageBackGoesOnWhereTheOneBeforeItEnded() {
    FeedLog letters = letters("abacdbaacd");
    StringBuilder all = new StringBuilder();
    long before = 11;
    while (before > 1) {
      var walked = walk(letters).back(before, 2, PageWalk.FAR);
      assertThat(walked.last()).isLessThan(before);
      all.append(shown(walked)).append(" | ");
      before = walked.last();
    }
    assertThat(all.toString()).isEqualTo("d10 c9 | a8 b6 | d5 c4 | a3 b2 | ");
  }

  @Test
  void whatIsNotForTheDeskTakesNoPlace() {
    var walk =
        new PageWalk(
            letters("abacb"),
            DESK,
            entries -> entries.stream().filter(entry -> !entry.notice().equals("b")).toList());

    assertThat(shown(walk.back(6, 2, PageWalk.FAR))).isEqualTo("c4 a3");
    assertThat(shown(walk.forward(0, 5, 2))).isEqualTo("a3 c4");
  }

  @Test
  @Proves(6)
  void aWithdrawalHasItsOwnPlaceThatOneDeskSees() {
    var log = new InMemoryFeedLog();
    log.append("a", false);
    log.withdraw("a", "desk-1");
    log.withdraw("a", "desk-2");
    log.append("a", false);

    var walked = walk(log).forward(0, 4, 10);

    assertThat(shown(walked)).isEqualTo("a2 a4");
    assertThat(shown(walk(log).back(5, 10, PageWalk.FAR))).isEqualTo("a4 a2");
  }
}
