package org.homeward.alert.police.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every log of the feed does. */
public abstract class FeedLogContract {

  private final FeedLog log = log();

  /** An empty one. */
  protected abstract FeedLog log();

  /** Tells the log that a notice changed. */
  protected abstract void append(FeedLog log, String notice, boolean exercise);

  @Test
  void emptyLogHasItsHeadAtZero() {
    assertThat(log.head().n()).isZero();
    assertThat(log.range(1, 10)).isEmpty();
  }

  @Test
  void entriesAreNumberedFromOneWithoutAGap() {
    append(log, "a", false);
    append(log, "b", true);
    append(log, "a", false);

    assertThat(log.head().n()).isEqualTo(3);
    assertThat(log.range(1, 3)).extracting(FeedEntry::n).containsExactly(1L, 2L, 3L);
    assertThat(log.range(1, 3)).extracting(FeedEntry::notice).containsExactly("a", "b", "a");
    assertThat(log.range(1, 3)).extracting(FeedEntry::exercise).containsExactly(false, true, false);
  }

  @Test
  void rangeEndsWhereTheLogEnds() {
    append(log, "a", false);
    append(log, "b", false);

    assertThat(log.range(2, 9)).extracting(FeedEntry::notice).containsExactly("b");
    assertThat(log.range(3, 9)).isEmpty();
  }

  @Test
  void epochStays() {
    String epoch = log.head().epoch();
    append(log, "a", false);

    assertThat(log.head().epoch()).isEqualTo(epoch);
  }
}
