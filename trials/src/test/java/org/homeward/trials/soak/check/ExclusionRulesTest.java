package org.homeward.trials.soak.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.trials.soak.check.EndState.NodeEnd;
import org.homeward.trials.soak.check.EndState.ShownEnd;
import org.homeward.trials.soak.history.Kind;
import org.homeward.trials.soak.history.Operation;
import org.homeward.trials.soak.history.Restored;
import org.junit.jupiter.api.Test;

/** A case is kept from a person, who asks for it before and afterwards. */
class ExclusionRulesTest {
  private static final Instant BEFORE = Instant.parse("2026-11-29T12:00:00Z");
  private static final Instant KEPT = BEFORE.plusSeconds(10);
  private static final Instant STARTED = BEFORE.plusSeconds(20);
  private static final Instant AFTER = BEFORE.plusSeconds(30);

  private final List<Operation> asked = new ArrayList<>();
  private final List<Restored> restores = new ArrayList<>();
  private final Set<ShownEnd> shown = new HashSet<>();

  ExclusionRulesTest() {
    ok(Kind.EXCLUDED_LOOK, BEFORE);
    ok(Kind.EXCLUDE, KEPT);
  }

  @Test
  void whatThePersonSawBeforeIsNoViolation() {
    assertThat(violations()).isEmpty();
  }

  @Test
  void aLookAtTheCaseAfterwardsIsFound() {
    ok(Kind.EXCLUDED_LOOK, AFTER);
    assertThat(violations())
        .containsExactly("invariant 6: CHILD: kept from a person, and the case was shown");
  }

  @Test
  void anAlertThatIsShownAtTheEndIsFound() {
    shown.add(new ShownEnd("gr", "CHILD", "/api/v1/alerts/other", 200));
    assertThat(violations()).isEmpty();
    shown.add(new ShownEnd("rs", "CHILD", "/api/v1/alerts/alert", 200));
    assertThat(violations())
        .containsExactly(
            "invariant 6: CHILD: kept from a person, and /api/v1/alerts/alert was answered 200");
  }

  @Test
  void whatACopyFromBeforeTheExclusionShowsIsNoViolation() {
    restoredFrom(BEFORE.plusSeconds(5));
    ok(Kind.EXCLUDED_LOOK, AFTER);
    shown.add(new ShownEnd("rs", "CHILD", "/api/v1/cases/case", 200));
    assertThat(violations()).isEmpty();
  }

  @Test
  void whatACopyFromAfterTheExclusionShowsIsFound() {
    restoredFrom(KEPT.plusSeconds(1));
    shown.add(new ShownEnd("rs", "CHILD", "/api/v1/cases/case", 200));
    assertThat(violations())
        .containsExactly(
            "invariant 6: CHILD: kept from a person, and /api/v1/cases/case was answered 200");
  }

  private List<String> violations() {
    Map<String, NodeEnd> nodes = Map.of("rs", NodeEnd.EMPTY, "gr", NodeEnd.EMPTY);
    var end = new EndState(nodes, List.of(), Map.of(), Map.of(), shown, List.of());
    return Checker.check(asked, restores, end).stream().map(Violation::toString).toList();
  }

  private void ok(Kind kind, Instant at) {
    String key = kind + " " + at;
    asked.add(new Operation("rs", kind, "CHILD", "jelena", key, at, at, 200, "case", ""));
  }

  private void restoredFrom(Instant copied) {
    restores.add(new Restored("rs", copied, STARTED, STARTED, STARTED, Set.of()));
  }
}
