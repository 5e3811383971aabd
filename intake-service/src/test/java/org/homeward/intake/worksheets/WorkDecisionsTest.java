package org.homeward.intake.worksheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.homeward.face.testing.ProblemList;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkDecisionsTest {

  private static final Instant AT = Instant.parse("2026-03-01T22:15:00Z");

  private static WorkItem item(WorkItem.Kind kind) {
    return item("i", kind);
  }

  private static WorkItem item(String id, WorkItem.Kind kind) {
    return new WorkItem(id, kind, "x", null, null, AT, null, "p", AT, null, null);
  }

  private static Worksheet with(WorkItem item) {
    return (Worksheet) changed(Worksheet.EMPTY, new WorkCommand.SetItem(item));
  }

  private static KeptSheet changed(KeptSheet before, WorkCommand wish) {
    assertThat(WorkDecisions.decide(before, wish, AT)).isInstanceOf(WorkDecision.Changed.class);
    return ((WorkDecision.Changed) WorkDecisions.decide(before, wish, AT)).next();
  }

  @Test
  @Proves(11)
  void anItemRingsOnceFromTheInstantAtWhichItIsDue() {
    Worksheet sheet = with(item(WorkItem.Kind.NEXT_ACTION));

    assertThat(WorkDecisions.decide(sheet, new WorkCommand.RingIfDue(), AT.minusMillis(1)))
        .isInstanceOf(WorkDecision.Unchanged.class);
    KeptSheet rung = changed(sheet, new WorkCommand.RingIfDue());
    assertThat(WorkDecisions.decide(rung, new WorkCommand.RingIfDue(), AT.plusSeconds(9)))
        .isInstanceOf(WorkDecision.Unchanged.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = WorkItem.Kind.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"CHECKLIST", "REVIEW_RISK", "INTERVIEW", "FAMILY_CALL", "CHILDS_PICTURE"})
  void whatIsDoneIsOpenNoMore(WorkItem.Kind kind) {
    var how = kind == WorkItem.Kind.CALL_BACK ? WorkItem.How.REACHED : WorkItem.How.DONE;
    Worksheet sheet = with(item(kind));
    assertThat(sheet.standing()).isEqualTo(Worksheet.Standing.OPEN);

    var done = (Worksheet) changed(sheet, new WorkCommand.Finish("i", how, "p"));

    assertThat(done.standing()).isEqualTo(Worksheet.Standing.DONE);
    assertThat(done.firstDue()).isEmpty();
    assertThat(WorkDecisions.decide(done, new WorkCommand.RingIfDue(), AT))
        .isInstanceOf(WorkDecision.Unchanged.class);
  }

  @Test
  @Proves(6)
  void whoeverSearchedDoesNotLearnThatTheSearchIsChecked() {
    WorkItem check = item(WorkItem.Kind.CHECK_SEARCH);

    assertThat(check.isHiddenFrom("p")).isTrue();
    assertThat(check.isHiddenFrom("q")).isFalse();
    assertThat(item(WorkItem.Kind.NEXT_ACTION).isHiddenFrom("p")).isFalse();
  }

  @Test
  void anOwnerOfATaskThatStandsNoMoreIsForgotten() {
    KeptSheet owned = changed(Worksheet.EMPTY, new WorkCommand.HandTask("a", "p", Set.of("a")));

    var next = (Worksheet) changed(owned, new WorkCommand.HandTask("b", "q", Set.of("b")));

    assertThat(next.ownerOf("a")).isEmpty();
    assertThat(next.ownerOf("b")).contains("q");
  }

  @Test
  @Proves(7)
  void nothingIsWrittenOverTheMarkOfAnErasedCase() {
    KeptSheet gone = changed(Worksheet.EMPTY, new WorkCommand.Erase());

    for (WorkCommand wish :
        new WorkCommand[] {
          new WorkCommand.Write(new Note("n", "late", "p", AT)),
          new WorkCommand.SetItem(item(WorkItem.Kind.CALL_BACK)),
          new WorkCommand.Finish("i", WorkItem.How.DONE, "p"),
          new WorkCommand.HandItem("i", "p"),
          new WorkCommand.HandTask("a", "p", Set.of("a")),
          new WorkCommand.NextDate("i", AT)
        }) {
      assertThat(WorkDecisions.decide(gone, wish, AT))
          .isEqualTo(new WorkDecision.Refused(WorkDecision.Refusal.CASE_ERASED));
    }
  }

  @Test
  @Proves(11)
  void aftercareRingsAnewOnEachOfItsDatesUntilAPersonEndsIt() {
    KeptSheet rung = changed(with(item(WorkItem.Kind.AFTERCARE)), new WorkCommand.RingIfDue());

    KeptSheet next = changed(rung, new WorkCommand.NextDate("i", AT.plusSeconds(60)));
    assertThat(WorkDecisions.decide(next, new WorkCommand.RingIfDue(), AT))
        .isInstanceOf(WorkDecision.Unchanged.class);
    WorkDecision again =
        WorkDecisions.decide(next, new WorkCommand.RingIfDue(), AT.plusSeconds(60));
    assertThat(again).isInstanceOf(WorkDecision.Changed.class);

    KeptSheet done = changed(next, new WorkCommand.Finish("i", WorkItem.How.DONE, "p"));
    assertThat(WorkDecisions.decide(done, new WorkCommand.NextDate("i", AT), AT))
        .isEqualTo(new WorkDecision.Refused(WorkDecision.Refusal.ITEM_DONE));
  }

  @Test
  @Proves(11)
  void anOfferOfAnInterviewRingsAndIsDoneByTheAnswerAlone() {
    var offer = new AwaitAnswer.Offer("i", AT, "p", "q", AT);
    var await = new WorkCommand.Await(WorkItem.interview(offer));
    var offered = (Worksheet) changed(Worksheet.EMPTY, await);

    assertThat(WorkDecisions.decide(offered, await, AT)).isInstanceOf(WorkDecision.Unchanged.class);
    assertThat(WorkDecisions.decide(offered, new WorkCommand.RingIfDue(), AT))
        .isInstanceOf(WorkDecision.Changed.class);
    assertThat(
            WorkDecisions.decide(offered, new WorkCommand.Finish("i", WorkItem.How.DONE, "p"), AT))
        .isEqualTo(new WorkDecision.Refused(WorkDecision.Refusal.NOT_SO_DONE));
    var answered = (Worksheet) changed(offered, new WorkCommand.Answered("i", "r"));
    assertThat(answered.open()).isEmpty();
    assertThat(WorkDecisions.decide(answered, await, AT))
        .as("a step that is late opens it no more")
        .isInstanceOf(WorkDecision.Unchanged.class);
  }

  @Test
  @Proves(11)
  void aCallThatAFamilyWasPromisedRingsAndIsDoneByWhatBecameOfItAlone() {
    var promised = new AwaitCall.Promised("i", AT, "p", "q", AT);
    var await = new WorkCommand.Await(WorkItem.familyCall(promised));
    var open = (Worksheet) changed(Worksheet.EMPTY, await);

    assertThat(open.items().getFirst().what()).isNull();
    assertThat(WorkDecisions.decide(open, new WorkCommand.RingIfDue(), AT))
        .isInstanceOf(WorkDecision.Changed.class);
    assertThat(WorkDecisions.decide(open, new WorkCommand.Finish("i", WorkItem.How.DONE, "p"), AT))
        .isEqualTo(new WorkDecision.Refused(WorkDecision.Refusal.NOT_SO_DONE));
    var over = (Worksheet) changed(open, new WorkCommand.Answered("i", "r"));
    assertThat(over.open()).isEmpty();
  }

  @Test
  void nothingButAftercareHasANextDate() {
    Worksheet sheet = with(item(WorkItem.Kind.NEXT_ACTION));

    assertThat(WorkDecisions.decide(sheet, new WorkCommand.NextDate("i", AT), AT))
        .isEqualTo(new WorkDecision.Refused(WorkDecision.Refusal.HAS_NO_NEXT));
    assertThat(WorkDecisions.decide(sheet, new WorkCommand.NextDate("j", AT), AT))
        .isEqualTo(new WorkDecision.Refused(WorkDecision.Refusal.NO_SUCH_ITEM));
  }

  @Test
  @Proves(11)
  void aReviewRingsUntilTheRiskIsAssessedAgain() {
    var first =
        (Worksheet)
            changed(Worksheet.EMPTY, new WorkCommand.Review(item("i", WorkItem.Kind.REVIEW_RISK)));
    var rung = (Worksheet) changed(first, new WorkCommand.RingIfDue());

    assertThat(WorkDecisions.decide(rung, new WorkCommand.Finish("i", WorkItem.How.DONE, "p"), AT))
        .isEqualTo(new WorkDecision.Refused(WorkDecision.Refusal.NOT_SO_DONE));
    var next =
        (Worksheet) changed(rung, new WorkCommand.Review(item("j", WorkItem.Kind.REVIEW_RISK)));

    assertThat(next.items()).extracting(WorkItem::id).containsExactly("j");
    assertThat(changed(next, new WorkCommand.EndReview())).isEqualTo(Worksheet.EMPTY);
  }

  @Test
  @Proves(11)
  void aReviewThatComesLateDoesNotTakeThePlaceOfALaterOne() {
    var later = WorkItem.reviewRisk(new ReviewRisk.Review("j", AT, "p", AT));
    var late = WorkItem.reviewRisk(new ReviewRisk.Review("i", AT, "p", AT.minusSeconds(1)));
    KeptSheet sheet = changed(Worksheet.EMPTY, new WorkCommand.Review(later));

    assertThat(WorkDecisions.decide(sheet, new WorkCommand.Review(late), AT))
        .isEqualTo(new WorkDecision.Unchanged());
  }

  @Test
  void everyKindOfProblemIsListedForClients() throws IOException {
    ProblemList.assertListed(List.of(WorkProblem.values()));
  }
}
