package org.homeward.alert.orders.acknowledgements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.homeward.alert.orders.acknowledgements.Word.Says;
import org.homeward.alert.orders.acknowledgements.Word.Way;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class WordTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static Word word(Says says, Way way, int seconds) {
    return new Word(says, way, NOW.plusSeconds(seconds), way == Way.STAFF ? "person-ana" : null);
  }

  @Test
  @Proves(11)
  void aPressedLinkIsNoAnswerAndTakesNoneBack() {
    Word link = word(Says.SEEN, Way.LINK, 9);

    assertThat(link.isAnswer()).isFalse();
    assertThat(word(Says.SEEN, Way.KEY, 0).isAnswer()).isTrue();
    assertThat(word(Says.SEEN, Way.STAFF, 0).isAnswer()).isTrue();
    assertThat(link.replaces(null)).isTrue();
    assertThat(link.replaces(link)).isFalse();
    for (Says says : Says.values()) {
      assertThat(link.replaces(word(says, Way.KEY, 0))).isFalse();
      assertThat(link.replaces(word(says, Way.STAFF, 0))).isFalse();
      assertThat(word(says, Way.KEY, 0).replaces(link)).isTrue();
    }
  }

  @Test
  @Proves(2)
  void theLastDecisionCountsHoweverItCame() {
    Word acting = word(Says.ACTING, Way.KEY, 5);

    assertThat(word(Says.NOT_OURS, Way.STAFF, 6).replaces(acting)).isTrue();
    assertThat(word(Says.NOT_OURS, Way.STAFF, 4).replaces(acting)).as("it came late").isFalse();
    assertThat(word(Says.ACTING, Way.STAFF, 6).replaces(acting)).as("the same").isFalse();
    assertThat(word(Says.SEEN, Way.KEY, 6).replaces(acting)).as("no decision").isFalse();
    assertThat(acting.replaces(word(Says.SEEN, Way.STAFF, 1))).isTrue();
  }

  @Test
  void aPersonPutsRightWhatAPersonWroteDown() {
    Word acting = word(Says.ACTING, Way.STAFF, 5);

    assertThat(word(Says.SEEN, Way.STAFF, 6).replaces(acting)).isTrue();
    assertThat(word(Says.NOT_OURS, Way.STAFF, 6).replaces(acting)).isTrue();
    assertThat(word(Says.ACTING, Way.STAFF, 6).replaces(acting)).as("the same").isFalse();
    assertThat(word(Says.SEEN, Way.STAFF, 4).replaces(acting)).as("it came late").isFalse();
    assertThat(word(Says.SEEN, Way.STAFF, 6).replaces(word(Says.ACTING, Way.KEY, 5))).isFalse();
  }

  @Test
  void aWordThatChangesNothingIsNotWritten() {
    var none = new Answers.Known("case-1", Map.of());
    Answers.Known one = none.with(7, word(Says.SEEN, Way.LINK, 0)).orElseThrow();

    assertThat(one.with(7, word(Says.SEEN, Way.LINK, 1))).isEmpty();
    assertThat(one.with(8, word(Says.ACTING, Way.KEY, 1)).orElseThrow().words()).hasSize(2);
    assertThat(none.words()).isEmpty();
  }
}
