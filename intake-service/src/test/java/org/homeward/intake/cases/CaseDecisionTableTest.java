package org.homeward.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.intake.cases.CaseSamples.NOW;
import static org.homeward.intake.cases.CaseSamples.aCase;
import static org.homeward.intake.cases.CaseSamples.anErasedCase;
import static org.homeward.intake.cases.CaseSamples.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.intake.cases.CaseSamples.Before;
import org.homeward.intake.cases.CaseSamples.Release;
import org.homeward.intake.proposals.Proposal;
import org.homeward.schema.facts.CaseKind;
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
      handover is out, and another person has ended the search: whoever did so does not erase the case alone.
      *of another person*: somebody else has held the report alone. Each combination of state and command stands in
      exactly one row.
      *as before*: the case keeps its standing. *nothing new*: the case is already as the command wants it.
      *always*: the change is stored even if the case is full.
      """;

  private static final String KINDS =
      """

      ## What a case is about

      A case is opened as a search for a missing child (MISSING), for a child at risk (AT_RISK), or for a child who was
      found and whom nobody knows (UNIDENTIFIED). No other command than these changes its kind. *MISSING after AT_RISK*:
      a case at risk that became a search. *allowed*: the commands of these that a refusal names. *goes out*: what may
      leave to volunteers, the public and partners, if everything else allows it.

      """;

  /** What a case may be about, and what of it may go out. */
  private enum About {
    MISSING("MISSING", CaseKind.MISSING),
    ONCE_AT_RISK("MISSING after AT_RISK", CaseKind.AT_RISK),
    AT_RISK("AT_RISK", CaseKind.AT_RISK),
    UNIDENTIFIED("UNIDENTIFIED", CaseKind.UNIDENTIFIED);

    private final String label;
    private final CaseKind opened;

    About(String label, CaseKind opened) {
      this.label = label;
      this.opened = opened;
    }

    Case of(Case plain) {
      Case now = CaseSamples.ofKind(opened, plain);
      return this == ONCE_AT_RISK
          ? now.with(now.rulings().being(now.rulings().kind().missing("p2", NOW, null)))
          : now;
    }
  }

  private static DecisionTable kinds() {
    var table =
        new DecisionTable(
            List.of("command", "kind", "case"),
            List.of("change", "kind then", "allowed", "goes out"));
    for (CaseCommand.Move move :
        List.of(CaseCommand.Move.GO_MISSING, CaseCommand.Move.RENEW_AT_RISK)) {
      for (About about : About.values()) {
        for (boolean frozen : new boolean[] {false, true}) {
          for (ChildState child : List.of(ChildState.MISSING, ChildState.ENDED)) {
            Case was = about.of(aCase(frozen, child, Release.UNDECIDED, Proposal.RELEASE));
            CaseDecision decided = CaseDecisions.decide(was, command(move), "p1", NOW);
            Case then = then(was, decided);
            boolean search = CaseTopic.snapshot(then).isSearch();
            table.decide(
                List.of(move.name(), about.label, standing(was, frozen)),
                List.of(
                    change(decided),
                    then.rulings().kind().kind().name(),
                    allowed(then),
                    search ? "yes" : "never"));
          }
        }
      }
    }
    return table;
  }

  private static Case then(Case was, CaseDecision decided) {
    return switch (decided) {
      case CaseDecision.Changed changed -> changed.next();
      case CaseDecision.Noted(Case next) -> next;
      case CaseDecision.Erased _, CaseDecision.Unchanged(), CaseDecision.Refused _ -> was;
    };
  }

  private static String allowed(Case now) {
    Set<CaseCommand.Move> moves = EnumSet.copyOf(CaseCommand.Move.of(now));
    moves.retainAll(EnumSet.of(CaseCommand.Move.GO_MISSING, CaseCommand.Move.RENEW_AT_RISK));
    return moves.isEmpty()
        ? "neither"
        : moves.stream().map(Enum::name).collect(Collectors.joining(", "));
  }

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
    DecisionTable kinds = kinds();
    String table =
        INTRODUCTION
            + "\n## A case of this node\n\n"
            + own.markdown()
            + "\n## A case of another node\n\n"
            + foreign.markdown()
            + KINDS
            + kinds.markdown()
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
          table.decide(
              List.of(move + before.label(), standing(was, frozen), child.name(), release.name()),
              List.of(change(decided), becomes(was, decided)));
        }
      }
    }
  }

  private static String standing(Case was, boolean frozen) {
    boolean wasFrozen = frozen && was.standing() == Case.Standing.ENDED;
    return was.standing() + (wasFrozen ? " after FROZEN" : "");
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
