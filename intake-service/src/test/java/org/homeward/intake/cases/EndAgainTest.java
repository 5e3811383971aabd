package org.homeward.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.schema.people.Outcome;
import org.homeward.schema.people.Verification;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** What an end is worth after a restore: its codes, and a task for who knows the rest. */
class EndAgainTest {

  private static final Instant AT = Instant.parse("2026-03-01T00:00:00Z");
  private static final String CHILD = "c0ffee00-0000-4000-8000-000000000001";
  private static final Case OPEN =
      new Case(
          "c0ffee00-0000-4000-8000-000000000002",
          "rs",
          false,
          AT,
          null,
          Set.of(),
          Map.of(CHILD, KeptChild.MISSING),
          List.of(),
          List.of());

  private static Case next(Case now, CaseCommand command) {
    return switch (CaseDecisions.decide(now, command, "p", AT)) {
      case CaseDecision.Changed changed -> changed.next();
      case CaseDecision.Noted(Case noted) -> noted;
      case CaseDecision.Unchanged(), CaseDecision.Refused _, CaseDecision.Erased _ ->
          throw new AssertionError("nothing became of it");
    };
  }

  @Test
  @Proves(4)
  void aReplayedEndEndsAndAsksAPersonForWhatIsLost() {
    var again = CaseCommand.End.again(CHILD, Outcome.FOUND_SAFE, Verification.POLICE_REFERENCE);

    Case ended = next(OPEN, again);

    assertThat(ended.standing()).isEqualTo(Case.Standing.ENDED);
    Task task = ended.allTasks().getFirst();
    assertThat(task.kind()).isEqualTo(Task.Kind.CONFIRM_END);
    assertThat(CaseDecisions.decide(ended, again, "p", AT)).isEqualTo(new CaseDecision.Unchanged());
    assertThat(next(ended, new CaseCommand.FinishTask(task.id())).allTasks()).isEmpty();

    var known =
        new CaseCommand.End(CHILD, Outcome.FOUND_SAFE, Verification.POLICE_REFERENCE, "KU-1/26");
    Case completed = next(ended, known);
    assertThat(completed.allTasks()).isEmpty();
    assertThat(completed.children().get(CHILD).reference()).isEqualTo("KU-1/26");
    assertThat(CaseDecisions.decide(completed, again, "p", AT))
        .isInstanceOf(CaseDecision.Refused.class);
  }
}
