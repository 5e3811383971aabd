package org.homeward.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.intake.cases.CaseSamples.NOW;
import static org.homeward.intake.cases.CaseSamples.aCase;
import static org.homeward.intake.cases.CaseSamples.anErasedCase;
import static org.homeward.intake.cases.CaseSamples.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.homeward.intake.cases.CaseSamples.Before;
import org.homeward.intake.cases.CaseSamples.Release;
import org.homeward.intake.proposals.Proposal;
import org.homeward.schema.people.ChildState;
import org.homeward.testkit.DecisionTable;
import org.junit.jupiter.api.Test;

/** The table in the documents is what is decided. */
class CaseDecisionTableTest {
  private static final Path TABLE = Path.of("../docs/case-decisions.md");
  private static final String INTRODUCTION =
      """
      # How a command changes a case

      `CaseDecisionTableTest` generates this from `CaseDecisions.decide`. The case has one child, one report that
      is proposed for release, and one unread sighting. An operator commands and gives no reason. A supervisor lifts
      a freeze, ends a brake and shows again what the case was kept from; a data-protection officer erases. *as second
      word*: another person, whose office it takes too, has said the same before. *when all is over*: no alert and no
      handover is out. *of another person*: somebody else has held the report alone. Each combination of state and
      command stands in exactly one row.
      *as before*: the case keeps its standing. *nothing new*: the case is already as the command wants it.
      *always*: the change is stored even if the case is full.
      """;

  @Test
  void theTableInTheDocumentsIsTheDecision() throws IOException {
    DecisionTable own =
        decisions((frozen, child, release) -> aCase(frozen, child, release, Proposal.RELEASE));
    DecisionTable foreign = decisions(CaseSamples::aForeignCase);
    var erased = new DecisionTable(List.of("command"), List.of("change"));
    for (CaseCommand.Move move : CaseCommand.Move.values()) {
      CaseDecision decided = CaseDecisions.decide(anErasedCase(), command(move), "p1", NOW);
      erased.decide(List.of(move.name()), List.of(change(decided)));
    }
    String table =
        INTRODUCTION
            + "\n## A case of this node\n\n"
            + own.markdown()
            + "\n## A case of another node\n\n"
            + foreign.markdown()
            + "\n## An erased case\n\n"
            + erased.markdown();
    if (Boolean.getBoolean("write.tables")) {
      Files.writeString(TABLE, table);
    }
    assertThat(TABLE).as("run with -Dwrite.tables=true after a wanted change").hasContent(table);
  }

  private interface Made {
    Case of(boolean frozen, ChildState child, Release release);
  }

  private static DecisionTable decisions(Made made) {
    var table =
        new DecisionTable(
            List.of("command", "case", "child", "report"), List.of("change", "becomes"));
    int commands = 0;
    for (CaseCommand.Move move : CaseCommand.Move.values()) {
      for (Before before : Before.of(move)) {
        commands++;
        decide(table, move, before, made);
      }
    }
    assertThat(table.situations())
        .isEqualTo(commands * 2 * ChildState.values().length * Release.values().length);
    return table;
  }

  private static void decide(DecisionTable table, CaseCommand.Move move, Before before, Made made) {
    for (boolean frozen : new boolean[] {false, true}) {
      for (ChildState child : ChildState.values()) {
        for (Release release : Release.values()) {
          Case was = before.in(made.of(frozen, child, release), move);
          CaseDecision decided = CaseDecisions.decide(was, command(move), "p1", NOW);
          boolean wasFrozen = frozen && child == ChildState.ENDED;
          table.decide(
              List.of(
                  move + before.label(),
                  was.standing() + (wasFrozen ? " after FROZEN" : ""),
                  child.name(),
                  release.name()),
              List.of(change(decided), becomes(was, decided)));
        }
      }
    }
  }

  private static String change(CaseDecision decided) {
    return switch (decided) {
      case CaseDecision.Changed changed ->
          changed.change().text() + (changed.essential() ? ", always" : "");
      case CaseDecision.Noted _ -> "no event";
      case CaseDecision.Erased _ -> "case.erased.v1, always";
      case CaseDecision.Unchanged() -> "nothing new";
      case CaseDecision.Refused refused -> "refused: " + refused.why();
    };
  }

  private static String becomes(Case was, CaseDecision decided) {
    return switch (decided) {
      case CaseDecision.Changed changed -> standing(was, changed.next());
      case CaseDecision.Noted noted -> standing(was, noted.next());
      case CaseDecision.Erased _ -> "ERASED";
      case CaseDecision.Unchanged(), CaseDecision.Refused _ -> "as before";
    };
  }

  private static String standing(Case was, Case next) {
    return next.standing() == was.standing() ? "as before" : next.standing().name();
  }
}
