package org.homeward.intake.shifts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.homeward.face.testing.ProblemList;
import org.homeward.intake.shifts.ShiftDecision.Refusal;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class ShiftDecisionsTest {

  private static final Instant AT = Instant.parse("2026-03-01T22:00:00Z");
  private static final Instant DUE = AT.plus(Duration.ofMinutes(30));
  private static final Duration KEPT = Duration.ofDays(30);

  private static final Shift LEFT =
      new Shift(
          "the lift is broken",
          List.of(new Shift.Line("c-1", "the aunt calls"), new Shift.Line("c-2", "nothing new")),
          "ana",
          AT,
          DUE,
          null,
          null);

  private static Shift changed(KeptShift before, ShiftCommand wish, Instant now) {
    ShiftDecision decided = ShiftDecisions.decide(before, wish, now);
    assertThat(decided).isInstanceOf(ShiftDecision.Changed.class);
    return (Shift) ((ShiftDecision.Changed) decided).next();
  }

  private static void isRefused(KeptShift before, ShiftCommand wish, Refusal why) {
    assertThat(ShiftDecisions.decide(before, wish, AT)).isEqualTo(new ShiftDecision.Refused(why));
  }

  private static void changesNothing(KeptShift before, ShiftCommand wish, Instant now) {
    assertThat(ShiftDecisions.decide(before, wish, now)).isEqualTo(new ShiftDecision.Unchanged());
  }

  @Test
  @Proves(11)
  void nobodyAcceptsHerOwnShift() {
    isRefused(LEFT, new ShiftCommand.Accept("ana"), Refusal.OWN_SHIFT);

    Shift accepted = changed(LEFT, new ShiftCommand.Accept("marko"), AT);
    assertThat(accepted.over()).isEqualTo(new Shift.Over(Shift.How.ACCEPTED, "marko", AT));
    assertThat(accepted.isWaiting()).isFalse();
  }

  @Test
  void onlyWhoLeftItTakesItBack() {
    isRefused(LEFT, new ShiftCommand.TakeBack("marko"), Refusal.NOT_YOUR_SHIFT);
    assertThat(changed(LEFT, new ShiftCommand.TakeBack("ana"), AT).isWaiting()).isFalse();
  }

  @Test
  void ofTwoWhoAcceptItTheSecondIsToldAndARepetitionIsNot() {
    Shift accepted = changed(LEFT, new ShiftCommand.Accept("marko"), AT);

    isRefused(accepted, new ShiftCommand.Accept("jelena"), Refusal.SHIFT_OVER);
    isRefused(accepted, new ShiftCommand.TakeBack("ana"), Refusal.SHIFT_OVER);
    changesNothing(accepted, new ShiftCommand.Accept("marko"), DUE);
  }

  @Test
  @Proves(11)
  void itRingsOnceFromTheInstantOnAtWhichSomebodyShouldHaveAcceptedIt() {
    changesNothing(LEFT, new ShiftCommand.RingIfDue(), DUE.minusMillis(1));
    Shift rung = changed(LEFT, new ShiftCommand.RingIfDue(), DUE);
    changesNothing(rung, new ShiftCommand.RingIfDue(), DUE.plusSeconds(9));
    assertThat(rung.isOverdue(DUE)).isTrue();

    Shift accepted = changed(LEFT, new ShiftCommand.Accept("marko"), AT);
    changesNothing(accepted, new ShiftCommand.RingIfDue(), DUE);
  }

  @Test
  @Proves(7)
  void anErasedCaseTakesItsLineAndTheOtherWordsAlong() {
    Shift left = changed(LEFT, new ShiftCommand.Erase(Set.of("c-1")), AT);

    assertThat(left.words()).isNull();
    assertThat(left.cases()).containsExactly("c-2");
    changesNothing(LEFT, new ShiftCommand.Erase(Set.of("c-3")), AT);
  }

  @Test
  @Proves(8)
  void afterItsTimeNoWordIsLeft() {
    changesNothing(LEFT, new ShiftCommand.ExpireIfDue(KEPT), AT.plus(KEPT).minusMillis(1));
    assertThat(ShiftDecisions.decide(LEFT, new ShiftCommand.ExpireIfDue(KEPT), AT.plus(KEPT)))
        .isEqualTo(new ShiftDecision.Changed(GoneShift.EXPIRED));
    isRefused(GoneShift.EXPIRED, new ShiftCommand.Accept("marko"), Refusal.NO_SUCH_SHIFT);
    changesNothing(GoneShift.EXPIRED, new ShiftCommand.RingIfDue(), DUE);
  }

  @Test
  void noWordShowsInALine() {
    assertThat(LEFT.toString() + LEFT.lines()).doesNotContain("lift", "aunt", "nothing new");
  }

  @Test
  void eachRefusalHasItsRowInTheListOfProblems() throws IOException {
    ProblemList.assertListed(List.of(ShiftProblem.values()));
  }
}
