package org.homeward.durable.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class DataAgeTest {

  private static final Instant AT = Instant.parse("2026-03-01T00:00:00Z");

  private static Optional<RunMark> mark(long n, int incarnation) {
    return Optional.of(new RunMark(n, incarnation, AT));
  }

  private static DataAge age(
      Optional<RunMark> noted, Optional<RunMark> counted, int raisedTo, boolean used) {
    return DataAge.of(noted, counted, raisedTo, used);
  }

  @Test
  void whatIsNewOrAsItWasLeftIsNoCopy() {
    assertThat(age(Optional.empty(), Optional.empty(), 0, false)).isEqualTo(left(0));
    assertThat(age(Optional.empty(), Optional.empty(), 3, false)).isEqualTo(left(3));
    assertThat(age(Optional.empty(), Optional.empty(), 0, true)).isEqualTo(left(0));
    assertThat(age(mark(7, 0), mark(7, 0), 0, true)).isEqualTo(left(0));
    assertThat(age(mark(7, 2), mark(8, 2), 2, true)).isEqualTo(left(2));
  }

  @Test
  void aFileThatWasLostFollowsTheDatabase() {
    assertThat(age(Optional.empty(), mark(8, 2), 0, true)).isEqualTo(left(2));
  }

  @Test
  @Proves(4)
  void aDatabaseBehindItsMarkIsACopy() {
    assertThat(age(mark(7, 0), mark(6, 0), 0, true))
        .isEqualTo(new DataAge.Restored(1, false, noted(7, 0), noted(6, 0)));
    assertThat(age(mark(7, 0), Optional.empty(), 0, false))
        .isEqualTo(new DataAge.Restored(1, false, noted(7, 0), null));
  }

  @Test
  void aDatabaseOfAnEarlierIncarnationIsACopyThatWasAnnounced() {
    assertThat(age(mark(7, 0), mark(7, 0), 1, true))
        .isEqualTo(new DataAge.Restored(1, true, noted(7, 0), noted(7, 0)));
    assertThat(age(Optional.empty(), Optional.empty(), 1, true))
        .isEqualTo(new DataAge.Restored(1, true, null, null));
  }

  @Test
  void theServiceThatComesSecondTakesTheIncarnationOfTheFirst() {
    assertThat(age(mark(7, 0), mark(6, 0), 1, true).incarnation()).isEqualTo(1);
  }

  @Test
  void theSameCopyAgainGetsAnIncarnationThatWasNeverUsed() {
    assertThat(age(mark(9, 1), mark(6, 0), 1, true))
        .isEqualTo(new DataAge.Restored(2, false, noted(9, 1), noted(6, 0)));
  }

  private static DataAge left(int incarnation) {
    return new DataAge.AsLeft(incarnation);
  }

  private static RunMark noted(long n, int incarnation) {
    return new RunMark(n, incarnation, AT);
  }
}
