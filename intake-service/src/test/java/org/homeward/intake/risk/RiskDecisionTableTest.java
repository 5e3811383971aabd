package org.homeward.intake.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.intake.risk.Questions.Asked;
import org.homeward.intake.risk.Questions.Meaning;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.testkit.DecisionTable;
import org.junit.jupiter.api.Test;

/** The table in the documents is what is proposed, and what leaves. */
class RiskDecisionTableTest {

  private static final Path TABLE = Path.of("../docs/risk-decisions.md");
  private static final Questions QUESTIONS = QuestionFile.ours();
  private static final String REPORT = "r1";
  private static final String HELD = "r2";
  private static final String INTRODUCTION =
      """
      # How risk and category are proposed, and what of a decision leaves

      `RiskDecisionTableTest` generates this from `questions.yaml`, `ProposedRisk` and `WhatStays`. A person decides;
      where the decision is another one, she says why. The proposal is the highest level that any line asks for, and the
      category of the first line that speaks for one, in the order of this table. A question that nobody answered is one
      that was not asked; neither that nor an answer that nobody knows counts as a no.
      """;

  private static Answered answered(String question, Reply reply) {
    return new Answered(question, reply, null, null, false);
  }

  @Test
  void theTableInTheDocumentsIsTheDecision() throws IOException {
    String table =
        INTRODUCTION
            + "\n## What each answer means\n\n"
            + meanings()
            + "\n## Which level is proposed\n\n"
            + levels().markdown()
            + "\n## Which category is proposed\n\nBy the categories whose questions are answered with yes.\n\n"
            + categories().markdown()
            + "\n## What stays with the team\n\n"
            + "An assessment rests on one report, and leaves with that report's release. *closed*: said in confidence, or"
            + "\ntaken from another report that is held."
            + " What has stayed once does so until the open answers alone propose it."
            + "\nA person who cannot read a closed answer keeps it unseen;"
            + " if she lowers the level beside it, the level stays.\n\n"
            + stays().markdown();
    if (Boolean.getBoolean("write.tables")) {
      Files.writeString(TABLE, table);
    }
    assertThat(TABLE).as("run with -Dwrite.tables=true after a wanted change").hasContent(table);
  }

  private static String meanings() {
    var text = new StringBuilder("| question | source | yes | no | not known, not asked |\n");
    text.append("|---|---|---|---|---|\n");
    for (Asked asked : QUESTIONS.all()) {
      Meaning yes = asked.meaning(Reply.YES);
      assertThat(asked.meaning(Reply.UNKNOWN).level())
          .isEqualTo(asked.meaning(Reply.NOT_ASKED).level());
      text.append(
          "| %s | %s, %s | %s | %s | %s |%n"
              .formatted(
                  asked.code(),
                  asked.source().document(),
                  asked.source().section(),
                  yes.category() == null ? yes.level() : yes.level() + ", " + yes.category(),
                  asked.meaning(Reply.NO).level(),
                  asked.meaning(Reply.UNKNOWN).level()));
    }
    return text.toString();
  }

  /** Each set of levels that a yes can ask for, with and without an answer that nobody knows. */
  private static DecisionTable levels() {
    var table = new DecisionTable(List.of("highest yes", "another question"), List.of("proposed"));
    for (RiskLevel yes : List.of(RiskLevel.HIGH, RiskLevel.MEDIUM, RiskLevel.LOW)) {
      Asked asked =
          QUESTIONS.all().stream()
              .filter(each -> each.meaning(Reply.YES).level() == yes)
              .findFirst()
              .orElseThrow();
      for (Reply other : List.of(Reply.NO, Reply.UNKNOWN, Reply.NOT_ASKED)) {
        table.decide(
            List.of(yes.name(), other.name()),
            List.of(proposed(asked.code(), other).level().name()));
      }
    }
    for (Reply other : List.of(Reply.NO, Reply.UNKNOWN, Reply.NOT_ASKED)) {
      table.decide(List.of("none", other.name()), List.of(proposed("", other).level().name()));
    }
    assertThat(table.situations()).isEqualTo(12);
    return table;
  }

  /** All questions are answered with no, but this with yes and one other so. */
  private static ProposedRisk proposed(String yes, Reply other) {
    List<Answered> answers = new ArrayList<>();
    boolean isOtherSaid = false;
    for (Asked each : QUESTIONS.all()) {
      boolean isYes = each.code().equals(yes);
      answers.add(answered(each.code(), isYes ? Reply.YES : isOtherSaid ? Reply.NO : other));
      isOtherSaid |= !isYes;
    }
    return ProposedRisk.of(QUESTIONS, answers);
  }

  private static DecisionTable categories() {
    List<Asked> asked =
        QUESTIONS.all().stream().filter(each -> each.speaksFor().isPresent()).toList();
    var table = new DecisionTable(asked.stream().map(Asked::code).toList(), List.of("proposed"));
    for (int bits = 0; bits < 1 << asked.size(); bits++) {
      List<String> situation = new ArrayList<>();
      List<Answered> answers = new ArrayList<>();
      for (int i = 0; i < asked.size(); i++) {
        boolean isYes = (bits >> i & 1) == 1;
        situation.add(isYes ? "yes" : "else");
        answers.add(answered(asked.get(i).code(), isYes ? Reply.YES : Reply.UNKNOWN));
      }
      ProposedRisk proposed = ProposedRisk.of(QUESTIONS, answers);
      table.decide(situation, List.of(proposed.category().name()));
    }
    return table;
  }

  private static DecisionTable stays() {
    var table =
        new DecisionTable(List.of("answers", "the open answers alone propose"), List.of("level"));
    Map<String, Answered> closed =
        Map.of(
            "none closed", answered("SELF_HARM", Reply.YES),
            "one in confidence", new Answered("SELF_HARM", Reply.YES, null, null, true),
            "one of a held report", new Answered("SELF_HARM", Reply.YES, null, HELD, false));
    for (String which : new TreeSet<>(closed.keySet())) {
      for (boolean supported : new boolean[] {true, false}) {
        List<Answered> answers = new ArrayList<>(List.of(closed.get(which)));
        if (supported) {
          answers.add(answered("UNDER_13", Reply.YES));
        }
        List<Answered> open = WhatStays.open(answers, REPORT, Set.of(HELD));
        Set<WhatStays.Part> stays =
            WhatStays.of(
                QUESTIONS,
                answers,
                open,
                null,
                false,
                RiskLevel.HIGH,
                AssessedCategory.UNDETERMINED);
        boolean isProposed = ProposedRisk.of(QUESTIONS, open).level() == RiskLevel.HIGH;
        assertThat(isProposed).isEqualTo(supported || which.equals("none closed"));
        if (!supported && isProposed) {
          continue; // the same answers as with it
        }
        table.decide(
            List.of(which, isProposed ? "what is decided" : "something else"),
            List.of(stays.contains(WhatStays.Part.LEVEL) ? "stays" : "leaves with its report"));
      }
    }
    return table;
  }
}
