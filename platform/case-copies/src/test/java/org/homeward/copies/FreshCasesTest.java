package org.homeward.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.homeward.durable.reader.Backlog;
import org.homeward.durable.reader.ReaderState;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class FreshCasesTest {

  private ReaderState state = new ReaderState.Reading();
  private long lag;
  private boolean brokerIsAway;
  private long nanos = Long.MAX_VALUE - 5; // the clock may turn over
  private final Set<String> stale = new HashSet<>();
  private final FreshCases fresh =
      new FreshCases(() -> state, this::backlog, stale::contains, () -> nanos);

  private int asked;

  private long written = 100;

  private Optional<Backlog> backlog() {
    asked++;
    if (brokerIsAway) {
      throw new IllegalStateException("away");
    }
    return Optional.of(new Backlog(List.of(written), List.of(written - lag)));
  }

  @Test
  @Proves(6)
  void recordsThatNeverStopComingDoNotMakeCopiesOld() {
    for (int i = 0; i < 100; i++) {
      lag = 3;
      written += 5;
      pass(2);
    }

    assertThat(fresh.now()).isTrue();
  }

  private void pass(int seconds) {
    nanos += Duration.ofSeconds(seconds).toNanos();
    fresh.look();
  }

  @Test
  @Proves(6)
  void copiesOfAReaderThatHasNotCaughtUpSinceItsStartAreOld() {
    lag = 1;
    assertThat(fresh.now()).isFalse();
    lag = 0;
    assertThat(fresh.now()).isTrue();
  }

  @Test
  @Proves(6)
  void whatWaitsAMinuteMakesCopiesOldAndReadingItMakesThemNew() {
    pass(0);
    lag = 3;
    pass(5);
    assertThat(fresh.now()).isTrue();
    pass(61);
    assertThat(fresh.now()).isFalse();
    lag = 0;
    assertThat(fresh.now()).isTrue();
  }

  @Test
  void brokerThatIsAwayForAMinuteMakesCopiesOld() {
    pass(0);
    brokerIsAway = true;
    pass(5);
    assertThat(fresh.now()).isTrue();
    pass(61);
    assertThat(fresh.now()).isFalse();
  }

  @Test
  void readerThatStandsStillMakesCopiesOldAtOnce() {
    pass(0);
    state = new ReaderState.Stopped("offsets-lost");
    assertThat(fresh.now()).isFalse();
  }

  @Test
  void readerThatStoodStillMustCatchUpAgain() {
    pass(0);
    state = new ReaderState.Stopped("offsets-lost");
    pass(1);
    state = new ReaderState.Reading();
    lag = 1;
    assertThat(fresh.now()).isFalse();
  }

  @Test
  void brokerIsNotAskedMoreThanOnceASecondWhileAllIsWell() {
    pass(0);
    int before = asked;
    assertThat(fresh.now()).isTrue();
    assertThat(fresh.now()).isTrue();
    assertThat(asked).isEqualTo(before);
    nanos += Duration.ofSeconds(1).toNanos();
    assertThat(fresh.now()).isTrue();
    assertThat(asked).isEqualTo(before + 1);
  }

  @Test
  @Proves(4)
  void whatTheLastLookFoundIsKnownWithoutAskingTheBroker() {
    assertThat(fresh.isFresh()).isFalse();
    pass(0);
    int before = asked;
    assertThat(fresh.isFresh()).isTrue();
    nanos += Duration.ofSeconds(61).toNanos();
    assertThat(fresh.isFresh()).isFalse();
    assertThat(asked).isEqualTo(before);
  }

  @Test
  void caseWithARecordPutAsideIsOldAlone() {
    pass(0);
    stale.add("a");
    assertThat(fresh.of("a")).isFalse();
    assertThat(fresh.of("b")).isTrue();
  }
}
