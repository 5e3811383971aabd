package org.homeward.alert.police.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageWalkTest {

  /** A log of notices named by letters; capitals are exercises. */
  private static FeedLog letters(String notices) {
    var log = new InMemoryFeedLog();
    notices.chars().forEach(c -> log.append("" + (char) c, Character.isUpperCase(c)));
    return log;
  }

  private static String forward(String log, long after, int limit) {
    var walked = new PageWalk(letters(log), false).forward(after, log.length(), limit);
    return shown(walked) + " then " + walked.last();
  }

  private static String newest(String log, int limit) {
    return shown(new PageWalk(letters(log), false).newest(log.length(), limit));
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
      var walked = new PageWalk(letters, false).forward(after, log.length(), 2);
      after = walked.last();
      last = shown(walked);
    }
    assertThat(last).isEqualTo("b12001");
  }
}
