package org.homeward.intake.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.face.testing.ProblemList;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class WhatStaysTest {

  private static final Questions QUESTIONS = QuestionFile.ours();
  private static final Answered UNDER_13 = said("UNDER_13", null, false);

  private static Answered said(String question, String from, boolean confidant) {
    return new Answered(question, Reply.YES, null, from, confidant);
  }

  private static Set<WhatStays.Part> stays(
      Set<String> held, RiskLevel level, AssessedCategory category, Answered... answers) {
    List<Answered> all = List.of(answers);
    return WhatStays.of(
        QUESTIONS, all, WhatStays.open(all, "r1", held), null, false, level, category);
  }

  @Test
  @Proves(6)
  void aLevelThatWasSaidInConfidenceStays() {
    assertThat(
            stays(
                Set.of(),
                RiskLevel.HIGH,
                AssessedCategory.UNDETERMINED,
                said("SELF_HARM", null, true)))
        .containsExactly(WhatStays.Part.LEVEL);
  }

  @Test
  @Proves(6)
  void aCategoryThatAHeldReportSaysStaysUntilThatIsReleased() {
    Answered fled = said("RUNAWAY", "r2", false);

    assertThat(stays(Set.of("r2"), RiskLevel.HIGH, AssessedCategory.RUNAWAY, UNDER_13, fled))
        .containsExactly(WhatStays.Part.CATEGORY);
    assertThat(stays(Set.of(), RiskLevel.HIGH, AssessedCategory.RUNAWAY, UNDER_13, fled)).isEmpty();
  }

  @Test
  @Proves(6)
  void aLevelThatWasLoweredBesideSomethingConfidedStays() {
    assertThat(
            stays(
                Set.of(),
                RiskLevel.LOW,
                AssessedCategory.UNDETERMINED,
                UNDER_13,
                new Answered("SELF_HARM", Reply.NO, null, null, true)))
        .containsExactly(WhatStays.Part.LEVEL);
  }

  @Test
  @Proves(6)
  void aLevelThatSomebodyKeepsWhoCouldNotReadItsReasonsStays() {
    List<Answered> hers = List.of();
    var kept =
        WhatStays.of(
            QUESTIONS, hers, hers, null, true, RiskLevel.HIGH, AssessedCategory.UNDETERMINED);

    assertThat(kept).containsExactly(WhatStays.Part.LEVEL);
  }

  @Test
  @Proves(6)
  void aLevelThatIsLoweredUnreadStays() {
    List<Answered> hers = List.of();
    var before = before(Set.of());

    assertThat(
            WhatStays.of(
                QUESTIONS,
                hers,
                hers,
                before,
                true,
                RiskLevel.MEDIUM,
                AssessedCategory.UNDETERMINED))
        .containsExactly(WhatStays.Part.LEVEL);
  }

  @Test
  @Proves(6)
  void whatHasStayedDoesSoUntilOpenAnswersProposeIt() {
    var before = before(Set.of(WhatStays.Part.LEVEL));

    assertThat(after(before, UNDER_13)).isEmpty();
    assertThat(after(before, said("RUNAWAY", null, false)))
        .as("nobody named the held report again")
        .containsExactly(WhatStays.Part.LEVEL);
  }

  private static Set<WhatStays.Part> after(Assessment before, Answered open) {
    List<Answered> all = List.of(open);
    return WhatStays.of(
        QUESTIONS, all, all, before, false, RiskLevel.HIGH, AssessedCategory.UNDETERMINED);
  }

  private static Assessment before(Set<WhatStays.Part> stays) {
    return new Assessment(
        "c1",
        1,
        false,
        "r1",
        1,
        List.of(),
        List.of(),
        ProposedRisk.of(QUESTIONS, List.of()),
        null,
        false,
        RiskLevel.HIGH,
        AssessedCategory.UNDETERMINED,
        "x",
        "p",
        Instant.EPOCH,
        Instant.EPOCH,
        stays,
        Map.of(),
        Assessment.Written.DONE);
  }

  @Test
  void whatTheOpenAnswersProposeAnywayLeaves() {
    assertThat(
            stays(
                Set.of(),
                RiskLevel.HIGH,
                AssessedCategory.UNDETERMINED,
                UNDER_13,
                said("SELF_HARM", null, true)))
        .isEmpty();
  }

  @Test
  void aPersonMayDecideOtherwiseByOpenAnswers() {
    assertThat(stays(Set.of(), RiskLevel.LOW, AssessedCategory.AT_RISK, UNDER_13)).isEmpty();
  }

  @Test
  void aHeldReportKeepsItsOwnAnswers() {
    Answered own = said("SELF_HARM", "r1", false);

    assertThat(stays(Set.of("r1"), RiskLevel.HIGH, AssessedCategory.UNDETERMINED, own))
        .as("they leave with its release")
        .isEmpty();
  }

  @Test
  void everyKindOfProblemIsListedForClients() throws IOException {
    ProblemList.assertListed(List.of(RiskProblem.values()));
  }
}
