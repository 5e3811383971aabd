package org.homeward.intake.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.homeward.face.testing.ProblemList;
import org.homeward.intake.calls.CallCommand.CallDecision;
import org.homeward.intake.drafts.DraftEnd;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class CallCommandTest {

  private static final Instant AT = Instant.parse("2026-03-01T22:15:00Z");
  private static final Duration KEPT = Duration.ofDays(180);
  private static final Call LOGGED =
      new Call(
          false, Call.Direction.IN, "116000", true, AT, null, null, null, null, Set.of(), "p", AT);

  private static Call call(CallCommand wish, Call before) {
    return (Call) changed(wish, before, AT);
  }

  private static KeptCall changed(CallCommand wish, KeptCall before, Instant now) {
    assertThat(CallCommand.decide(before, wish, now)).isInstanceOf(CallDecision.Changed.class);
    return ((CallDecision.Changed) CallCommand.decide(before, wish, now)).next();
  }

  @Test
  void aCallFollowsOnlyTheDraftThatItIsTiedTo() {
    Call tied = call(new CallCommand.Tie("draft/d", false), LOGGED);
    var filed = new DraftEnd("c", Set.of());

    assertThat(call(new CallCommand.FollowDraft("d", filed), tied).caseId()).contains("c");
    assertThat(CallCommand.decide(tied, new CallCommand.FollowDraft("other", filed), AT))
        .isInstanceOf(CallDecision.Unchanged.class);
    Call moved = call(new CallCommand.TieAgain("case/x", false), tied);
    assertThat(CallCommand.decide(moved, new CallCommand.FollowDraft("d", filed), AT))
        .as("a restore has tied it to something else since")
        .isInstanceOf(CallDecision.Unchanged.class);
  }

  @Test
  @Proves(6)
  void nobodyTakesACallFromItsCaseByTyingItToADraft() {
    for (String first : List.of("case/a", "draft/d")) {
      Call tied = call(new CallCommand.Tie(first, false), LOGGED);

      for (String other : List.of("draft/mine", "case/mine")) {
        assertThat(CallCommand.decide(tied, new CallCommand.Tie(other, false), AT))
            .isEqualTo(new CallDecision.Refused(CallCommand.Refusal.CALL_TIED));
      }
      assertThat(CallCommand.decide(tied, new CallCommand.Tie(first, false), AT))
          .isInstanceOf(CallDecision.Unchanged.class);
    }
  }

  @Test
  @Proves(6)
  void aRestoreTiesACallAgainThatTheCopyHasWithItsDraft() {
    Call tied = call(new CallCommand.Tie("draft/d", false), LOGGED);

    assertThat(call(new CallCommand.TieAgain("case/a", false), tied).caseId()).contains("a");
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

    assertThat(CallCommand.decide(LOGGED, expire, AT.plus(KEPT).minusMillis(1)))
        .isInstanceOf(CallDecision.Unchanged.class);
    assertThat(changed(expire, LOGGED, AT.plus(KEPT))).isInstanceOf(GoneCall.class);
    assertThat(CallCommand.decide(ofCase, expire, AT.plus(KEPT)))
        .isInstanceOf(CallDecision.Unchanged.class);
  }

  @Test
  @Proves(7)
  void nothingBringsAnErasedCallBack() {
    KeptCall gone = changed(new CallCommand.Erase(), LOGGED, AT);

    assertThat(CallCommand.decide(gone, new CallCommand.Tie("case/c", false), AT))
        .isEqualTo(new CallDecision.Refused(CallCommand.Refusal.NO_SUCH_CALL));
    assertThat(CallCommand.decide(gone, new CallCommand.End(Call.Ending.PRANK), AT))
        .isEqualTo(new CallDecision.Refused(CallCommand.Refusal.NO_SUCH_CALL));
    assertThat(CallCommand.decide(gone, new CallCommand.Erase(), AT))
        .isInstanceOf(CallDecision.Unchanged.class);
  }

  @Test
  void theSameTwiceIsNoChange() {
    Call ended = call(new CallCommand.End(Call.Ending.SILENT), LOGGED);

    assertThat(CallCommand.decide(ended, new CallCommand.End(Call.Ending.SILENT), AT))
        .isInstanceOf(CallDecision.Unchanged.class);
    assertThat(ended.toString()).doesNotContain("116000");
  }

  @Test
  void everyKindOfProblemIsListedForClients() throws IOException {
    ProblemList.assertListed(List.of(CallProblem.values()));
  }
}
