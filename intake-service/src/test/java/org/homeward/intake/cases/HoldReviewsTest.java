package org.homeward.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.durable.command.Command;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.Says;
import org.homeward.schema.values.Code;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class HoldReviewsTest {

  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
  private static final String CHILD = "c0ffee00-0000-4000-8000-000000000001";
  private static final KeptReport FIRST = imported("r1", List.of(CHILD));
  private static final KeptReport FURTHER = imported("r2", List.of());

  private static KeptReport imported(String id, List<String> children) {
    return KeptReport.held(
        id,
        Channel.OTHER,
        HoldReason.UNDECIDED,
        Says.EMPTY,
        children,
        Says.EMPTY,
        new Command(KeptReport.IMPORT + id, "hash"),
        "intake",
        NOW);
  }

  private static Case with(KeptReport... reports) {
    return new Case(
        "c0ffee00-0000-4000-8000-000000000002",
        "rs",
        false,
        NOW,
        null,
        Set.of(),
        Map.of(CHILD, KeptChild.MISSING),
        List.of(reports),
        List.of());
  }

  @Test
  @Proves(11)
  void whatImportsAloneBroughtHasTheReviewOfItsImport() {
    assertThat(HoldReviews.dues(with(FIRST, FURTHER))).isEmpty();
  }

  @Test
  @Proves(11)
  void newWordsOfAnImportToACaseThatPeopleWorkOnRing() {
    var refused = new PoliceRelease.Held(Code.of(HoldReason.REFUSED), NOW);
    Case worked = with(FIRST.releasedAs(refused), FURTHER);
    Case released =
        with(
            FIRST.releasedAs(new PoliceRelease.Released("police-rs", Code.of(Basis.PUBLIC_TASK))),
            FURTHER);

    assertThat(HoldReviews.dues(worked)).containsOnlyKeys("review/r1", "review/r2");
    assertThat(HoldReviews.dues(released)).containsOnlyKeys("review/r2");
    assertThat(HoldReviews.withReviewsDue(released, NOW.plusSeconds(86_400)).tasks()).hasSize(1);
  }
}
