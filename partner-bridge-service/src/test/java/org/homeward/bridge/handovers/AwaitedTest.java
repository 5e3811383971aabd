package org.homeward.bridge.handovers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.bridge.handovers.HandoverSamples.NOW;
import static org.homeward.bridge.handovers.HandoverSamples.after;
import static org.homeward.bridge.handovers.HandoverSamples.held;
import static org.homeward.bridge.handovers.HandoverSamples.owned;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.bridge.handovers.Awaited.Step;
import org.homeward.schema.snapshots.HandoverStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AwaitedTest {

  private static Awaited ours(Step step, Instant by) {
    return new Awaited(step, true, by);
  }

  private static Awaited theirs(Step step, Instant by) {
    return new Awaited(step, false, by);
  }

  private static Instant in(Duration time) {
    return NOW.plus(time);
  }

  @ParameterizedTest
  @EnumSource(HandoverStatus.class)
  void theOwnerWaitsForThePartnerUntilItsClock(HandoverStatus status) {
    Awaited expected =
        switch (status) {
          case OFFERED -> theirs(Step.ACKNOWLEDGE, in(Duration.ofMinutes(15)));
          case ACKNOWLEDGED -> theirs(Step.ANSWER, in(Duration.ofHours(8)));
          case COUNTERED -> ours(Step.OFFER_ANEW, in(Duration.ofHours(12)));
          case ACCEPTED -> ours(Step.RELEASE, null);
          case RELEASED -> ours(Step.RENEW, in(Duration.ofDays(30)));
          case ENDED -> ours(Step.RECALL, in(Duration.ofDays(30)));
          case REVOKED, RECALLED -> theirs(Step.ERASE, in(Duration.ofMinutes(10)));
          case REJECTED, CLOSED -> null;
        };

    assertThat(Awaited.by(owned(status)).orElse(null)).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(HandoverStatus.class)
  void theHolderSeesWhatItOwesAndByWhen(HandoverStatus status) {
    Awaited expected =
        switch (status) {
          case OFFERED -> ours(Step.ACKNOWLEDGE, in(Duration.ofMinutes(15)));
          case ACKNOWLEDGED -> ours(Step.ANSWER, in(Duration.ofHours(8)));
          case COUNTERED -> theirs(Step.OFFER_ANEW, null);
          case ACCEPTED -> theirs(Step.RELEASE, null);
          case RELEASED -> ours(Step.CHECK, in(Duration.ofDays(30)));
          case ENDED -> theirs(Step.RECALL, in(Duration.ofDays(30)));
          case RECALLED -> ours(Step.ERASE, in(Duration.ofMinutes(10)));
          case REJECTED, REVOKED, CLOSED -> null;
        };

    assertThat(Awaited.by(held(status)).orElse(null)).isEqualTo(expected);
  }

  @Test
  void oneWordThatNobodyConfirmedComesBeforeTheLease() {
    Owned alone =
        after(
            owned(HandoverStatus.RELEASED), new OwnerEvent.Justify("p1", "DANGER_TO_LIFE", "ref"));

    assertThat(Awaited.by(alone)).contains(ours(Step.CONFIRM, in(Duration.ofHours(12))));
  }

  @Test
  void aCaseThatIsKeptFromThePartnerIsRecalledBeforeAllElse() {
    Owned kept =
        after(
            owned(HandoverStatus.RELEASED),
            new OwnerEvent.CaseMoved(HandoverSamples.seen(false, true)));

    assertThat(Awaited.by(kept)).contains(ours(Step.RECALL, null));
    assertThat(Awaited.rank(kept)).isGreaterThan(Awaited.rank(owned(HandoverStatus.OFFERED)));
  }

  @Test
  void aClockThatRunsForThousandsOfYearsComesAfterOneThatEndsSoon() {
    int never = Awaited.place(Instant.parse("9999-12-31T23:59:59Z"));

    assertThat(never).isLessThan(Awaited.place(NOW));
    assertThat(never).isGreaterThan(Awaited.rank(held(HandoverStatus.ACCEPTED)));
    assertThat(Awaited.place(Instant.MAX)).isEqualTo(never);
    assertThat(Awaited.place(Instant.MIN)).isGreaterThanOrEqualTo(Awaited.place(NOW));
  }

  @Test
  void theSoonestComesFirstThenWhatHasNoClockAndAtLastWhatIsOver() {
    List<Handover> ordered =
        Stream.of(
                HandoverStatus.CLOSED,
                HandoverStatus.ACCEPTED,
                HandoverStatus.RELEASED,
                HandoverStatus.OFFERED,
                HandoverStatus.ACKNOWLEDGED)
            .<Handover>map(HandoverSamples::held)
            .sorted(Comparator.comparing(Awaited::rank).reversed())
            .toList();

    assertThat(ordered)
        .extracting(Handover::status)
        .containsExactly(
            HandoverStatus.OFFERED,
            HandoverStatus.ACKNOWLEDGED,
            HandoverStatus.RELEASED,
            HandoverStatus.ACCEPTED,
            HandoverStatus.CLOSED);
  }
}
