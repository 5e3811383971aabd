package org.homeward.bridge.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.Test;

class KnocksTest {

  private final SettableClock clock = SettableClock.at("2026-03-01T12:00:00Z");
  private final List<String> recorded = new ArrayList<>();
  private final List<String> counted = new ArrayList<>();
  private final Knocks knocks =
      new Knocks(
          (outcome, partner, handover, seq, cause) -> recorded.add(outcome + " " + cause),
          counted::add,
          clock);

  @Test
  @Proves(10)
  void allAreCountedAndOneOfAKindIsRecordedInAMinute() {
    knocks.came("not-jose");
    knocks.came("not-jose");
    knocks.came("key-not-known");
    clock.advance(Duration.ofSeconds(59));
    knocks.came("not-jose");
    clock.advance(Duration.ofSeconds(1));
    knocks.came("not-jose");

    assertThat(counted)
        .containsExactly("not-jose", "not-jose", "key-not-known", "not-jose", "not-jose");
    assertThat(recorded)
        .containsExactly("UNANSWERED not-jose", "UNANSWERED key-not-known", "UNANSWERED not-jose");
  }
}
