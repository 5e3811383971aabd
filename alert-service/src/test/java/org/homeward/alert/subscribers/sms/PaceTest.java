package org.homeward.alert.subscribers.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final long MILLI = 1_000_000L;
  private static final long LATE = Long.MAX_VALUE / 2;

  private final Pace pace = new Pace(10);

  @Test
  void messagesGoOutEvenly() {
    assertThat(pace.turns(0, LATE, 1)).containsExactly(0L);
    assertThat(pace.turns(0, LATE, 1)).containsExactly(100 * MILLI);
    assertThat(pace.turns(0, LATE, 1)).containsExactly(200 * MILLI);
    assertThat(pace.turns(1_000 * MILLI, LATE, 1)).containsExactly(0L);
  }

  @Test
  void whoWouldWaitTooLongTakesNoTurn() {
    assertThat(pace.turns(0, LATE, 1)).containsExactly(0L);
    assertThat(pace.turns(0, 99 * MILLI, 1)).isEmpty();
    assertThat(pace.turns(0, 100 * MILLI, 1)).containsExactly(100 * MILLI);
  }

  @Test
  void whatThrottlesIsAskedLessOftenAndEachTakenMessageBringsThePaceBack() {
    pace.slower(0);
    assertThat(pace.perSecond()).isEqualTo(5);
    assertThat(pace.turns(0, LATE, 1)).containsExactly(200 * MILLI);
    for (int n = 1; n <= 10; n++) {
      pace.slower(n * 1_000 * MILLI);
    }
    assertThat(pace.perSecond()).isEqualTo(0.5);
    for (int n = 0; n < 50; n++) {
      pace.taken();
    }
    assertThat(pace.perSecond()).isEqualTo(10);
  }

  @Test
  void aMessageThatWaitsBehindNobodyGoesHoweverSlowThePaceIs() {
    for (int n = 1; n <= 10; n++) {
      pace.slower(n * 1_000 * MILLI);
    }
    assertThat(pace.turns(20_000 * MILLI, 22_500 * MILLI, 3))
        .containsExactly(0L, 1_250 * MILLI, 2_500 * MILLI);
  }

  @Test
  @Proves(4)
  void messagesOfTwoSegmentsGoOutWholeOrNotAtAll() {
    var slow = new Pace(5);
    List<Long> taken = new ArrayList<>();
    for (int n = 0; n < 20; n++) {
      List<Long> turns = slow.turns(0, 2_500 * MILLI, 2);
      assertThat(turns.size()).isIn(0, 2);
      taken.addAll(turns);
    }

    assertThat(taken)
        .containsExactlyElementsOf(
            LongStream.range(0, 12).map(n -> n * 200 * MILLI).boxed().toList());
    assertThat(slow.turns(0, 2_500 * MILLI, 1)).containsExactly(2_400 * MILLI);
  }

  @Test
  void throttledAnswersOfOneBurstCountOnce() {
    for (int n = 0; n < 10; n++) {
      pace.slower(n * MILLI);
    }
    assertThat(pace.perSecond()).isEqualTo(5);
    assertThat(pace.again()).isEqualTo(200 * MILLI);
  }
}
