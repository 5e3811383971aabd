package org.homeward.alert.subscribers.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

  private static final long MILLI = 1_000_000L;
  private static final long LATE = Long.MAX_VALUE / 2;

  private final Pace pace = new Pace(10);

  @Test
  void messagesGoOutEvenly() {
    assertThat(pace.turn(0, LATE)).hasValue(0);
    assertThat(pace.turn(0, LATE)).hasValue(100 * MILLI);
    assertThat(pace.turn(0, LATE)).hasValue(200 * MILLI);
    assertThat(pace.turn(1_000 * MILLI, LATE)).hasValue(0);
  }

  @Test
  void whoWouldWaitTooLongTakesNoTurn() {
    assertThat(pace.turn(0, LATE)).hasValue(0);
    assertThat(pace.turn(0, 99 * MILLI)).isEmpty();
    assertThat(pace.turn(0, 100 * MILLI)).hasValue(100 * MILLI);
  }

  @Test
  void whatThrottlesIsAskedLessOftenAndEachTakenMessageBringsThePaceBack() {
    pace.slower(0);
    assertThat(pace.perSecond()).isEqualTo(5);
    assertThat(pace.turn(0, LATE)).hasValue(200 * MILLI);
    for (int n = 0; n < 10; n++) {
      pace.slower(0);
    }
    assertThat(pace.perSecond()).isEqualTo(0.5);
    for (int n = 0; n < 50; n++) {
      pace.taken();
    }
    assertThat(pace.perSecond()).isEqualTo(10);
  }
}
