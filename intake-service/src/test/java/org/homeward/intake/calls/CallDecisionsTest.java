package org.homeward.intake.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.homeward.face.testing.ProblemList;
import org.homeward.intake.drafts.DraftEnd;
import org.homeward.intake.joboffers.JobOffer;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class CallDecisionsTest {

  private static final Instant AT = Instant.parse("2026-03-01T22:15:00Z");
  private static final Duration KEPT = Duration.ofDays(180);
  private static final Call LOGGED =
      new Call(false, Call.Direction.IN, "116000", true, AT, null, null, null, "p", AT);

  private static Call call(CallCommand wish, Call before) {
    return (Call) changed(wish, before, AT);
  }

  private static KeptCall changed(CallCommand wish, KeptCall before, Instant now) {
    assertThat(CallDecisions.decide(before, wish, now)).isInstanceOf(CallDecision.Changed.class);
    return ((CallDecision.Changed) CallDecisions.decide(before, wish, now)).next();
  }

  @Test
  void aCallFollowsOnlyTheDraftThatItIsTiedTo() {
    Call tied = call(new CallCommand.Tie("draft/d", false), LOGGED);
    var filed = new DraftEnd("c", Set.of());

    assertThat(call(new CallCommand.FollowDraft("d", filed), tied).caseId()).contains("c");
    assertThat(CallDecisions.decide(tied, new CallCommand.FollowDraft("other", filed), AT))
        .isInstanceOf(CallDecision.Unchanged.class);
  }

  @Test
  @Proves({6, 7})
  void aDraftThatItWasTiedToByMistakeStaysATieUntilThatIsKnownToBeACaseOrNone() {
    Call right = call(correct("case/right"), call(new CallCommand.Tie("draft/d", false), LOGGED));
    assertThat(right.ties()).containsExactlyInAnyOrder("right", "d");

    Call filed = call(new CallCommand.FollowDraft("d", new DraftEnd("c", Set.of())), right);
    var discarded = new DraftEnd(null, Set.of("person:stefan"));
    Call untied = call(new CallCommand.FollowDraft("d", discarded), right);

    assertThat(filed.caseId()).contains("right");
    assertThat(filed.cases()).containsExactlyInAnyOrder("right", "c");
    assertThat(untied.ties()).containsExactly("right");
    assertThat(untied.notTo()).containsExactlyInAnyOrder("person:p-7", "person:stefan");
  }

  @Test
  @Proves({6, 7})
  void aRestoreThatTiesItToItsCaseKeepsTheDraftOfTheCopy() {
    Call tied = call(new CallCommand.Tie("draft/d", false), LOGGED);

    Call moved = call(new CallCommand.TieAgain("case/x", false, Set.of(), Set.of()), tied);
    Call filed = call(new CallCommand.FollowDraft("d", new DraftEnd("x", Set.of())), moved);

    assertThat(moved.ties()).containsExactlyInAnyOrder("x", "d");
    assertThat(filed.ties()).containsExactly("x");
  }

  /**
   * Otherwise a case could be robbed of a call before it is erased, or read by whom it is not for.
   */
  @Test
  @Proves({6, 7})
  void aCorrectedTieStripsNeitherWhomTheCallIsKeptFromNorItsErasure() {
    Call tied = call(new CallCommand.Tie("case/wrong", false), LOGGED);

    Call right = call(correct("case/right"), tied);

    assertThat(right.caseId()).contains("right");
    assertThat(right.notTo()).containsExactly("person:p-7");
    assertThat(right.cases()).containsExactlyInAnyOrder("right", "wrong");
    assertThat(right.corrected())
        .containsExactly(new Call.Corrected("case/wrong", "p-sup", AT, "two calls mixed up"));
    assertThat(CallDecisions.decide(right, correct("case/right"), AT))
        .isInstanceOf(CallDecision.Unchanged.class);
  }

  private static CallCommand correct(String to) {
    return new CallCommand.Correct(to, false, Set.of("person:p-7"), "p-sup", "two calls mixed up");
  }

  @Test
  @Proves(9)
  void noCorrectionMovesACallIntoAnExercise() {
    Call tied = call(new CallCommand.Tie("case/wrong", false), LOGGED);
    var correct = new CallCommand.Correct("case/drill", true, Set.of(), "p-sup", "why");

    assertThat(CallDecisions.decide(tied, correct, AT))
        .isEqualTo(new CallDecision.Refused(CallDecision.Refusal.EXERCISE_AND_REAL));
  }

  @Test
  @Proves(9)
  void noRealCallIsTiedToAnExercise() {
    var tie = new CallCommand.Tie("case/drill", true);
    var correct = new CallCommand.Correct("case/drill", true, Set.of(), "p-sup", "why");

    for (CallCommand wish : List.of(tie, correct)) {
      assertThat(CallDecisions.decide(LOGGED, wish, AT))
          .isEqualTo(new CallDecision.Refused(CallDecision.Refusal.EXERCISE_AND_REAL));
    }
  }

  @Test
  @Proves({6, 7})
  void aRestoreCorrectsItAgain() {
    Call tied = call(new CallCommand.Tie("case/wrong", false), LOGGED);
    var again =
        new CallCommand.TieAgain(
            "case/right", false, Set.of("person:p-7"), Set.of("case/wrong", "case/right"));

    Call right = call(again, tied);

    assertThat(right.caseId()).contains("right");
    assertThat(right.formerly()).containsExactly("case/wrong");
    assertThat(right.notTo()).containsExactly("person:p-7");
    assertThat(CallDecisions.decide(right, again, AT)).isInstanceOf(CallDecision.Unchanged.class);
  }

  @Test
  @Proves({6, 7})
  void aRestoreThatTiesItToAnotherCaseKeepsTheCaseOfTheCopy() {
    Call tied = call(new CallCommand.Tie("case/a", false), LOGGED);

    Call moved = call(new CallCommand.TieAgain("case/x", false, Set.of(), Set.of()), tied);

    assertThat(moved.caseId()).contains("x");
    assertThat(moved.cases()).containsExactlyInAnyOrder("x", "a");
  }

  @Test
  @Proves(6)
  void nobodyTakesACallFromItsCaseByTyingItToADraft() {
    for (String first : List.of("case/a", "draft/d")) {
      Call tied = call(new CallCommand.Tie(first, false), LOGGED);

      for (String other : List.of("draft/mine", "case/mine")) {
        assertThat(CallDecisions.decide(tied, new CallCommand.Tie(other, false), AT))
            .isEqualTo(new CallDecision.Refused(CallDecision.Refusal.CALL_TIED));
      }
      assertThat(CallDecisions.decide(tied, new CallCommand.Tie(first, false), AT))
          .isInstanceOf(CallDecision.Unchanged.class);
    }
  }

  @Test
  @Proves(6)
  void aRestoreTiesACallAgainThatTheCopyHasWithItsDraft() {
    Call tied = call(new CallCommand.Tie("draft/d", false), LOGGED);

    assertThat(call(new CallCommand.TieAgain("case/a", false, Set.of(), Set.of()), tied).caseId())
        .contains("a");
  }

  @Test
  @Proves(6)
  void whatNoReportCameOfStaysKept() {
    Call tied = call(new CallCommand.Tie("draft/d", false), LOGGED);
    var discarded = new DraftEnd(null, Set.of("person:stefan"));

    Call untied = call(new CallCommand.FollowDraft("d", discarded), tied);

    assertThat(untied.tiedTo()).isNull();
    assertThat(untied.notTo()).containsExactly("person:stefan");
    assertThat(call(new CallCommand.Tie("case/c", false), untied).notTo())
        .containsExactly("person:stefan");
  }

  @Test
  @Proves(8)
  void aCallThatBecameNoCaseIsErasedInTimeAndOneOfACaseStays() {
    var expire = new CallCommand.ExpireIfDue(KEPT);
    Call ofCase = call(new CallCommand.Tie("case/c", false), LOGGED);

    assertThat(CallDecisions.decide(LOGGED, expire, AT.plus(KEPT).minusMillis(1)))
        .isInstanceOf(CallDecision.Unchanged.class);
    assertThat(changed(expire, LOGGED, AT.plus(KEPT))).isInstanceOf(GoneCall.class);
    assertThat(CallDecisions.decide(ofCase, expire, AT.plus(KEPT)))
        .isInstanceOf(CallDecision.Unchanged.class);
  }

  @Test
  @Proves(7)
  void nothingBringsAnErasedCallBack() {
    KeptCall gone = changed(new CallCommand.Erase(), LOGGED, AT);

    assertThat(CallDecisions.decide(gone, new CallCommand.Tie("case/c", false), AT))
        .isEqualTo(new CallDecision.Refused(CallDecision.Refusal.NO_SUCH_CALL));
    assertThat(CallDecisions.decide(gone, new CallCommand.CheckOffer(offer("Hotel")), AT))
        .isEqualTo(new CallDecision.Refused(CallDecision.Refusal.NO_SUCH_CALL));
    assertThat(CallDecisions.decide(gone, new CallCommand.End(Call.Ending.PRANK), AT))
        .isEqualTo(new CallDecision.Refused(CallDecision.Refusal.NO_SUCH_CALL));
    assertThat(CallDecisions.decide(gone, new CallCommand.Erase(), AT))
        .isInstanceOf(CallDecision.Unchanged.class);
  }

  private static JobOffer offer(String employer) {
    var said = new JobOffer.Said(employer, "DE", null, null, null, List.of());
    return new JobOffer(said, "p", AT);
  }

  @Test
  void whatIsSaidOfAJobOfferStaysWhateverBecomesOfTheCall() {
    Call checked = call(new CallCommand.CheckOffer(offer("Hotel")), LOGGED);

    Call tied = call(new CallCommand.Tie("draft/d", false), checked);
    Call filed = call(new CallCommand.FollowDraft("d", new DraftEnd("c", Set.of())), tied);

    assertThat(filed.offer()).isEqualTo(offer("Hotel"));
    assertThat(call(correct("case/right"), filed).offer()).isEqualTo(offer("Hotel"));
    assertThat(checked.trying(new Call.OnCall("e", "POLICE", "n")).offer()).isNotNull();
    assertThat(call(new CallCommand.CheckOffer(offer("Bar")), filed).caseId()).contains("c");
  }

  @Test
  void theSameOfferTwiceIsNoChangeAndNobodyReadsItInALog() {
    Call checked = call(new CallCommand.CheckOffer(offer("Hotel")), LOGGED);
    var later = new JobOffer(offer("Hotel").said(), "other", AT.plusSeconds(9));

    assertThat(CallDecisions.decide(checked, new CallCommand.CheckOffer(later), AT))
        .isInstanceOf(CallDecision.Unchanged.class);
    assertThat("" + checked + later + later.said()).doesNotContain("Hotel");
  }

  @Test
  void theSameTwiceIsNoChange() {
    Call ended = call(new CallCommand.End(Call.Ending.SILENT), LOGGED);

    assertThat(CallDecisions.decide(ended, new CallCommand.End(Call.Ending.SILENT), AT))
        .isInstanceOf(CallDecision.Unchanged.class);
    assertThat(ended.toString()).doesNotContain("116000");
  }

  @Test
  void everyKindOfProblemIsListedForClients() throws IOException {
    ProblemList.assertListed(List.of(CallProblem.values()));
  }
}
