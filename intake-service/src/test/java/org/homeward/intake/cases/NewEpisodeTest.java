package org.homeward.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.durable.command.Command;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.Feared;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.Reporter;
import org.homeward.schema.people.ReporterRelation;
import org.homeward.schema.values.Code;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** A case that was opened for a child of a case that had ended. */
class NewEpisodeTest {

  private static final Instant NOW = Instant.parse("2026-03-01T22:15:00Z");

  private static Case opened(Command command) {
    Says father =
        Says.builder()
            .feared(List.of(Code.of(Feared.NOBODY)))
            .reporter(new Reporter(Code.of(ReporterRelation.PARENT), null, null, null, null))
            .build();
    KeptReport report =
        KeptReport.held(
            "r1",
            Channel.PHONE,
            HoldReason.UNDECIDED,
            father,
            List.of("c2"),
            Says.EMPTY,
            command,
            "p1",
            NOW);
    return new Case(
            "b",
            "rs",
            false,
            NOW,
            null,
            Set.of(),
            Map.of("c2", KeptChild.MISSING),
            List.of(report),
            List.of())
        .proposing();
  }

  private static String proposed(Case of) {
    return of.reports().getFirst().proposal().text();
  }

  @Test
  @Proves(12)
  void whatAnotherEpisodeObjectsToIsNotProposed() {
    assertThat(proposed(opened(new Command("again/a/c1/0", "careful/k/h")))).isEqualTo("HOLD");
    assertThat(proposed(opened(new Command("again/a/c1/0", "k/h")))).isEqualTo("RELEASE");
    assertThat(proposed(opened(new Command("k", "careful/k")))).isEqualTo("RELEASE");
  }

  @Test
  @Proves(12)
  void aHeldReportCallsForCare() {
    assertThat(opened(new Command("k", "h")).reports().getFirst().callsForCare()).isTrue();
  }

  @Test
  @Proves(1)
  void whatFollowsFromItIsDoneOnceMoreWhateverIsWrittenInBetween() {
    Case of = opened(new Command("again/a/c1/0", "k/h"));

    for (Duration since : List.of(Duration.ZERO, Duration.ofHours(23))) {
      assertThat(CaseEdit.of(of, "p1", NOW.plus(since), List.of()).dues())
          .containsEntry(CaseEdit.AGAIN_DUE, NOW.plusSeconds(60));
    }
    assertThat(CaseEdit.of(of, "p1", NOW.plus(Duration.ofDays(2)), List.of()).dues())
        .doesNotContainKey(CaseEdit.AGAIN_DUE);
  }
}
