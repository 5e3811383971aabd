package org.homeward.testkit.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SourceWithoutTest {

  @Test
  void theLineIsEmptyAndTheOthersStay() {
    assertThat(new SourceWithout(List.of("a();", "b();", "c();"), 1).line())
        .containsExactly("a();", "", "c();");
  }

  @Test
  void aStatementGoesWithAllOfItsLines() {
    assertThat(without(0, "append( // upholds 1", "  Set.of(1),", "  \"(\");", "c();"))
        .containsExactly("", "", "", "c();");
  }

  @Test
  void aBlockGoesWithItsCondition() {
    assertThat(without(0, "if (a(')')) { // upholds 1", "  b();", "}", "c();"))
        .containsExactly("", "", "", "c();");
  }

  @Test
  void aCaseGoesWithItsResult() {
    assertThat(without(0, "case A a when a.is() -> // upholds 1", "    b(", "        c);", "d"))
        .containsExactly("", "", "", "d");
    assertThat(without(0, "case A a when a.is() -> { // upholds 1", "  b();", "}", "d"))
        .containsExactly("", "", "", "d");
    assertThat(without(0, "case A a -> b(a); // upholds 1", "d"))
        .containsExactly("case A a -> {}", "d");
  }

  @Test
  void aCallOrOperandLeavesTheEndOfItsStatement() {
    assertThat(without(1, "return a", "    .filter(b -> b.is()); // upholds 1"))
        .containsExactly("return a", ";");
    assertThat(without(1, "return (a", "    && b(1)); // upholds 1"))
        .containsExactly("return (a", ");");
  }

  @Test
  void aBranchIsTheOther() {
    assertThat(without(1, "return a", "    ? b(1) // upholds 1", "    : c(2));"))
        .containsExactly("return a", "? c(2)", "    : c(2));");
    assertThat(without(2, "return a", "    ? b(1)", "    : c(2)); // upholds 1"))
        .containsExactly("return a", "    ? b(1)", ": b(1));");
  }

  @Test
  void aConditionAlwaysHoldsAndNeverHolds() {
    assertThat(new SourceWithout(List.of("return a && b; // upholds 1", "}"), 0).itsConditions())
        .containsExactly(List.of("return true;", "}"), List.of("return false;", "}"));
    assertThat(new SourceWithout(List.of("boolean is = a; // upholds 1"), 0).itsConditions())
        .containsExactly(List.of("boolean is = true;"), List.of("boolean is = false;"));
    assertThat(new SourceWithout(List.of("f(", "  () -> a, // upholds 1"), 1).itsConditions())
        .containsExactly(List.of("f(", "() -> true,"), List.of("f(", "() -> false,"));
    assertThat(new SourceWithout(List.of("f(", "  a, // upholds 1"), 1).itsConditions())
        .containsExactly(List.of("f(", "true,"), List.of("f(", "false,"));
  }

  private static List<String> without(int at, String... lines) {
    return new SourceWithout(List.of(lines), at).itsPart();
  }
}
