package org.homeward.intake.worksheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.homeward.face.testing.ProblemList;
import org.homeward.intake.worksheets.WorkCommand.WorkDecision;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkCommandTest {

  private static final Instant AT = Instant.parse("2026-03-01T22:15:00Z");

  private static WorkItem item(WorkItem.Kind kind) {
    return new WorkItem("i", kind, "x", null, null, AT, null, "p", AT, null, null);
  }

  private static Worksheet with(WorkItem item) {
    return (Worksheet) changed(Worksheet.EMPTY, new WorkCommand.SetItem(item));
  }

  private static KeptSheet changed(KeptSheet before, WorkCommand wish) {
    assertThat(WorkCommand.decide(before, wish, AT)).isInstanceOf(WorkDecision.Changed.class);
    return ((WorkDecision.Changed) WorkCommand.decide(before, wish, AT)).next();
  }

  @Test
  @Proves(11)
  void anItemRingsOnceFromTheInstantAtWhichItIsDue() {
    Worksheet sheet = with(item(WorkItem.Kind.NEXT_ACTION));

    assertThat(WorkCommand.decide(sheet, new WorkCommand.RingIfDue(), AT.minusMillis(1)))
        .isInstanceOf(WorkDecision.Unchanged.class);
    KeptSheet rung = changed(sheet, new WorkCommand.RingIfDue());
    assertThat(WorkCommand.decide(rung, new WorkCommand.RingIfDue(), AT.plusSeconds(9)))
        .isInstanceOf(WorkDecision.Unchanged.class);
  }

  @ParameterizedTest
  @EnumSource(WorkItem.Kind.class)
  void whatIsDoneIsOpenNoMore(WorkItem.Kind kind) {
    var how = kind == WorkItem.Kind.CALL_BACK ? WorkItem.How.REACHED : WorkItem.How.DONE;
    Worksheet sheet = with(item(kind));
    assertThat(sheet.standing()).isEqualTo(Worksheet.Standing.OPEN);

    var done = (Worksheet) changed(sheet, new WorkCommand.Finish("i", how, "p"));

    assertThat(done.standing()).isEqualTo(Worksheet.Standing.DONE);
    assertThat(done.firstDue()).isEmpty();
    assertThat(WorkCommand.decide(done, new WorkCommand.RingIfDue(), AT))
        .isInstanceOf(WorkDecision.Unchanged.class);
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
          new WorkCommand.HandTask("a", "p", Set.of("a"))
        }) {
      assertThat(WorkCommand.decide(gone, wish, AT))
          .isEqualTo(new WorkDecision.Refused(WorkCommand.Refusal.CASE_ERASED));
    }
  }

  @Test
  void everyKindOfProblemIsListedForClients() throws IOException {
    ProblemList.assertListed(List.of(WorkProblem.values()));
  }
}
