package org.homeward.alert.subscribers.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A link from its asking to the end of the page that it opened. */
class PreferenceLinkTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final PreferenceLink asked = PreferenceLink.asked("n1", NOON);
  private final PreferenceLink begun = asked.begun(NOON);

  @Test
  void opensOnceWithinHalfAnHourAfterItsMail() {
    assertThat(asked.opens(NOON)).as("not mailed").isFalse();
    assertThat(begun.opens(NOON.plus(Duration.ofMinutes(29)))).isTrue();
    assertThat(begun.opens(NOON.plus(Duration.ofMinutes(30)))).isFalse();
    assertThat(begun.opened("p1", NOON).opens(NOON)).isFalse();
  }

  @Test
  void anotherAttemptLengthensNothing() {
    PreferenceLink again = begun.with(begun.delivery().lost("end")).begun(NOON.plusSeconds(120));

    assertThat(again.opens(NOON.plus(Duration.ofMinutes(30)))).isFalse();
  }

  @Test
  void thePageCanBeUsedForHalfAnHour() {
    PreferenceLink opened = begun.opened("p1", NOON.plusSeconds(60));

    assertThat(begun.pageAt(NOON)).isNull();
    assertThat(opened.pageAt(NOON.plusSeconds(61))).isEqualTo("p1");
    assertThat(opened.pageAt(NOON.plusSeconds(60).plus(PreferenceLink.VALID))).isNull();
  }

  @Test
  void threeCodesAreEnoughForOnePage() {
    PreferenceLink page = begun.opened("p1", NOON).codeAsked().codeAsked();

    assertThat(page.hasCodes()).isTrue();
    assertThat(page.codeAsked().hasCodes()).isFalse();
  }

  @Test
  void aTurnThatPassedUnusedIsLost() {
    Instant turn = NOON.plusSeconds(60);
    PreferenceLink waits = asked.putOff(turn);

    assertThat(asked.needsTurn(NOON, NOON)).isTrue();
    assertThat(waits.needsTurn(turn, turn)).isFalse();
    assertThat(waits.needsTurn(turn, turn.plus(Duration.ofMinutes(10)))).isTrue();
    assertThat(waits.quietUntil()).isEqualTo(turn.plus(Duration.ofHours(1)));
  }
}
