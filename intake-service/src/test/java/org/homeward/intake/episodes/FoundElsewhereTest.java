package org.homeward.intake.episodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.KeptChild;
import org.homeward.intake.rulings.Decided;
import org.homeward.schema.people.ChildStatus;
import org.homeward.schema.people.Outcome;
import org.homeward.schema.people.Verification;
import org.homeward.testkit.Proves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Another episode says that a child is not missing any more. */
class FoundElsewhereTest {

  private static final Instant OPENED = Instant.parse("2026-03-01T22:15:00Z");

  /** The child that is c1 in case a is c2 in case b. */
  private static final LinkedEpisodes LINKED =
      start ->
          new LinkedEpisodes.Linked(
              start.equals(new EpisodeOf("a", "c1")) ? Set.of(new EpisodeOf("b", "c2")) : Set.of(),
              Set.of());

  private static Set<String> found(ChildStatus status, @Nullable Instant endedAt) {
    Map<String, KeptChild> children =
        Map.of("c2", new KeptChild(status, null), "c3", new KeptChild(ChildStatus.LOCATED, null));
    Case other = new Case("b", "rs", false, OPENED, null, Set.of(), children, List.of(), List.of());
    if (endedAt != null) {
      var ended =
          Decided.ended("c2", Outcome.FOUND_SAFE, Verification.POLICE_REFERENCE, "p", endedAt);
      other = other.with(other.rulings().deciding(ended));
    }
    KeptCase kept = other;
    return new FoundElsewhere(_ -> List.of(kept), LINKED).of("a", Set.of("c1", "c9"), OPENED);
  }

  private static ChildStatus ended(Outcome outcome) {
    return ChildStatus.ended(outcome, Verification.POLICE_REFERENCE);
  }

  @Test
  @Proves(6)
  void anybodysWordCountsWheneverItWasSaidAndOnlyOfThisChild() {
    assertThat(found(ChildStatus.LOCATED, null)).containsExactly("c1");
    assertThat(found(ChildStatus.MISSING, null)).isEmpty();
  }

  @Test
  @Proves(6)
  void anEndCountsSinceTheChildIsMissingHereAndWhereNobodyKnowsWhenItWas() {
    assertThat(found(ended(Outcome.FOUND_SAFE), OPENED)).containsExactly("c1");
    assertThat(found(ended(Outcome.FOUND_SAFE), null)).containsExactly("c1");
    assertThat(found(ended(Outcome.FOUND_SAFE), OPENED.minusMillis(1)))
        .as("it is missing again since")
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void whatSaysNothingOfWhereTheChildIsIsNoFind(Outcome outcome) {
    assertThat(found(ended(outcome), OPENED).isEmpty())
        .isEqualTo(outcome == Outcome.UNRESOLVED || outcome == Outcome.WRONG_CHILD);
  }
}
