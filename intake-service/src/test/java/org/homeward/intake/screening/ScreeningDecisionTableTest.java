package org.homeward.intake.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.homeward.intake.screening.Indicators.Indicator;
import org.homeward.intake.screening.ProposedVictim.Standing;
import org.homeward.testkit.DecisionTable;
import org.junit.jupiter.api.Test;

/** The table in the documents is what is asked, and what is proposed. */
class ScreeningDecisionTableTest {

  private static final Path TABLE = Path.of("../docs/screening-decisions.md");
  private static final Indicators INDICATORS = IndicatorFile.ours();
  private static final String INTRODUCTION =
      """
      # How a screening proposes that somebody may be a victim of trafficking

      `ScreeningDecisionTableTest` generates this from `indicators.yaml` and `ProposedVictim`. A person decides; where the
      decision is another one, she says why. An authority alone makes somebody a victim. Forms of exploitation follow
      HTCDS 2.0 (IOM, CC BY 4.0; see NOTICE).

      An element is *shown* when one of its indicators shows it, *denied* when every one was answered with no, and *open*
      in between: an indicator that nobody answered was not asked, and neither that nor an answer that nobody knows counts
      as a no. Answers about a child have no place for means and consent. Whose age nobody knows is a child.
      """;

  @Test
  void theTableInTheDocumentsIsTheDecision() throws IOException {
    String table =
        INTRODUCTION
            + "\n## What is asked\n\n"
            + indicators()
            + "\n## What is proposed for a child\n\n"
            + children().markdown()
            + "\n## What is proposed for an adult\n\n"
            + adults().markdown();
    if (Boolean.getBoolean("write.tables")) {
      Files.writeString(TABLE, table);
    }
    assertThat(TABLE).as("run with -Dwrite.tables=true after a wanted change").hasContent(table);
  }

  private static String indicators() {
    var text =
        new StringBuilder("| indicator | element | of | source | a yes | points to | HTCDS |\n");
    text.append("|---|---|---|---|---|---|---|\n");
    for (Indicator each : INDICATORS.all()) {
      Exploitation form = each.form();
      text.append(
          "| %s | %s | %s | %s, %s | %s | %s | %s |%n"
              .formatted(
                  each.code(),
                  each.element(),
                  each.of().size() == 2 ? "everybody" : each.of().iterator().next(),
                  each.source().document(),
                  each.source().section(),
                  each.meaning(Reply.YES).weighs(),
                  form == null ? "" : form,
                  form == null ? "" : form.htcds()));
    }
    return text.toString();
  }

  private static DecisionTable children() {
    var table = new DecisionTable(List.of("purpose", "act"), List.of("proposed"));
    for (Standing purpose : Standing.values()) {
      for (Standing act : Standing.values()) {
        table.decide(
            List.of(purpose.name(), act.name()),
            List.of(ProposedVictim.ofChild(act, purpose).name()));
      }
    }
    assertThat(table.situations()).isEqualTo(9);
    return table;
  }

  private static DecisionTable adults() {
    var table =
        new DecisionTable(List.of("purpose", "means", "consent", "act"), List.of("proposed"));
    for (Standing purpose : Standing.values()) {
      for (Standing means : Standing.values()) {
        for (Standing consent : Standing.values()) {
          for (Standing act : Standing.values()) {
            table.decide(
                List.of(purpose.name(), means.name(), consent.name(), act.name()),
                List.of(ProposedVictim.ofAdult(act, means, consent, purpose).name()));
          }
        }
      }
    }
    assertThat(table.situations()).isEqualTo(81);
    return table;
  }
}
