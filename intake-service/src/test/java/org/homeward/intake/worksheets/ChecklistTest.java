package org.homeward.intake.worksheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.homeward.intake.worksheets.KeepChecks.Wanted;
import org.homeward.testkit.Proves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Items of the checklist that rules set, and people answer. */
class ChecklistTest {

  private static final Instant AT = Instant.parse("2026-03-01T22:15:00Z");
  private static final Instant DUE = AT.plusSeconds(3600);

  private static Wanted wanted(String code, @Nullable Instant due, boolean done) {
    return new Wanted(code, "", due, Duration.ofHours(1), true, done);
  }

  private static Worksheet after(Worksheet sheet, Wanted... wanted) {
    var want = new WorkCommand.Want(List.of(wanted), "person-ana");
    return WorkDecisions.decide(sheet, want, AT) instanceof WorkDecision.Changed(Worksheet next)
        ? next
        : sheet;
  }

  private static WorkItem only(Worksheet sheet) {
    assertThat(sheet.items()).hasSize(1);
    return sheet.items().getFirst();
  }

  @Test
  void theSameWishTwiceSetsOneItemWithOwnerAndDeadline() {
    Worksheet once = after(Worksheet.EMPTY, wanted("A", DUE, false));
    Worksheet twice = after(once, wanted("A", DUE, false));

    assertThat(twice).isEqualTo(once);
    assertThat(only(once).due()).isEqualTo(DUE);
    assertThat(only(once).owner()).isEqualTo("person-ana");
  }

  @Test
  @Proves(11)
  void itStandsInTheListOfEverybodyOnceItRings() {
    Worksheet open = after(Worksheet.EMPTY, wanted("A", DUE, false));
    assertThat(open.open()).isEmpty();
    assertThat(open.standing()).isEqualTo(Worksheet.Standing.DONE);

    var rung = (WorkDecision.Changed) WorkDecisions.decide(open, new WorkCommand.RingIfDue(), DUE);

    assertThat(((Worksheet) rung.next()).open()).hasSize(1);
    assertThat(((Worksheet) rung.next()).standing()).isEqualTo(Worksheet.Standing.OPEN);
  }

  @Test
  void whatTheCaseHasDoneIsDoneAndAskedForAgainWhenItIsUndone() {
    Worksheet open = after(Worksheet.EMPTY, wanted("A", DUE, false));
    Worksheet done = after(open, wanted("A", DUE, true));
    assertThat(only(done).done())
        .isEqualTo(new WorkItem.Done(WorkItem.How.DONE, "intake", AT, null));

    Worksheet again = after(done, wanted("A", DUE, false));

    assertThat(again.items()).hasSize(2);
    assertThat(again.items().getLast().due()).isEqualTo(AT.plusSeconds(3600));
    assertThat(after(Worksheet.EMPTY, wanted("A", DUE, true)).items()).isEmpty();
  }

  @Test
  void whatIsNotWantedAnyMoreGoesUnlessSomebodyAnsweredIt() {
    Worksheet two = after(Worksheet.EMPTY, wanted("A", DUE, false), wanted("B", DUE, false));
    String first = two.items().getFirst().id();
    var finish =
        new WorkCommand.Finish(first, WorkItem.How.NOT_NEEDED, "p", "is at home", List.of());
    var answered =
        (Worksheet) ((WorkDecision.Changed) WorkDecisions.decide(two, finish, AT)).next();

    Worksheet left = after(answered);

    assertThat(only(left).id()).isEqualTo(first);
    assertThat(only(left).done().reason()).isEqualTo("is at home");
    assertThat(after(left, wanted("A", DUE, false))).as("a person's word stays").isEqualTo(left);
  }

  @Test
  void aRisingRiskShortensTheTimeAndAFallingOneDoesNotLengthenIt() {
    Worksheet open = after(Worksheet.EMPTY, wanted("A", DUE, false));

    Worksheet sooner = after(open, wanted("A", AT.plusSeconds(60), false));
    Worksheet later = after(sooner, wanted("A", DUE, false));

    assertThat(only(sooner).due()).isEqualTo(AT.plusSeconds(60));
    assertThat(later).isEqualTo(sooner);
  }

  @Test
  void whatOnlyAnAnswerBeginsIsSetByTheAnswerOnce() {
    Worksheet open =
        after(Worksheet.EMPTY, wanted("A", DUE, false), wanted("AFTER_A", null, false));
    WorkItem first = only(open);
    WorkItem then = WorkItem.check("t", new WorkItem.Check("AFTER_A", ""), DUE, null, "intake", AT);
    var finish =
        new WorkCommand.Finish(first.id(), WorkItem.How.DONE, "p", null, List.of(then, then));

    var next = (Worksheet) ((WorkDecision.Changed) WorkDecisions.decide(open, finish, AT)).next();

    assertThat(next.items()).extracting(WorkItem::id).containsExactly(first.id(), "t");
    assertThat(after(next, wanted("A", DUE, false), wanted("AFTER_A", null, false)))
        .as("the rules go on asking for it")
        .isEqualTo(next);
  }
}
