package org.homeward.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class DecisionTableTest {

  @Test
  void rowsWithTheSameOutcomeAreOne() {
    var table = new DecisionTable(List.of("command", "state"), List.of("outcome"));
    for (String state : List.of("A", "B", "C", "D", "E")) {
      table.decide(List.of("stop", state), List.of("stopped"));
      table.decide(List.of("go", state), List.of(state.equals("E") ? "refused" : "gone"));
      table.decide(List.of("halt", state), List.of("stopped"));
    }

    assertThat(table.markdown())
        .isEqualTo(
            """
            | command | state | outcome |
            |---|---|---|
            | stop, halt | any | stopped |
            | go | all but E | gone |
            | go | E | refused |
            """);
  }

  @RepeatedTest(20)
  void eachSituationStandsInOneRowWithItsOutcome(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var table = new DecisionTable(List.of("a", "b", "c"), List.of("outcome"));
    Map<List<String>, List<String>> decided = new HashMap<>();
    for (int n = 0; n < 300; n++) {
      List<String> situation = List.of("a" + n / 50, "b" + n / 10 % 5, "c" + n % 10);
      if (random.nextInt(10) > 0) {
        decided.put(situation, List.of("o" + random.nextInt(2)));
      }
    }
    decided.forEach(table::decide);

    Map<List<String>, List<String>> read = new HashMap<>();
    for (DecisionTable.Row row : table.rows()) {
      for (String a : row.situation().get(0)) {
        for (String b : row.situation().get(1)) {
          for (String c : row.situation().get(2)) {
            assertThat(read.put(List.of(a, b, c), row.outcome())).isNull();
          }
        }
      }
    }

    assertThat(read).isEqualTo(decided);
    assertThat(table.rows()).hasSizeLessThan(decided.size());
  }

  @Test
  void rowThatIsTooWideIsSplit() {
    var table = new DecisionTable(List.of("command", "state"), List.of("outcome"));
    for (int n = 0; n < 8; n++) {
      table.decide(List.of("stop", "a state with a long name " + n), List.of("stopped"));
    }
    for (int n = 0; n < 8; n++) {
      table.decide(List.of("go", "a state with a long name " + n), List.of(n < 4 ? "gone" : "no"));
    }

    assertThat(table.markdown().lines())
        .hasSize(7)
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
  }

  @Test
  void situationIsDecidedOnce() {
    var table = new DecisionTable(List.of("command"), List.of("outcome"));
    table.decide(List.of("stop"), List.of("stopped"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> table.decide(List.of("stop"), List.of("gone")))
        .withMessageContaining("decided twice");
    assertThat(table.situations()).isOne();
    assertThat(table.values(0)).isEqualTo(Set.of("stop"));
  }
}
