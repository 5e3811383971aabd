package org.homeward.alert.police.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.TrialCase;
import org.homeward.copies.CaseCopy;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.facts.Risk;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.schema.facts.Says;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case that can come, against every notice that can be there. */
class NoticeDecisionTableTest {

  private static final Instant LATER = TrialCase.AT.plusSeconds(60);

  private static final NoticeDecisions DECISIONS =
      new NoticeDecisions(
          new PoliceReading(Clock.systemUTC()),
          new AddressNotice(List::of, "rs"),
          photo -> "link-" + photo,
          "rs");

  private final TrialCase trial = TrialCase.real();
  private final Says says = Facts.says(trial.child, Facts.boy(Facts.NAME, 9));

  /** What a case may have become; each row is a column of the table. */
  private enum Copy {
    HELD,
    BY_PHONE,
    RELEASED,
    RELEASED_CHANGED,
    ENDED_HELD,
    ENDED_RELEASED,
    ERASED
  }

  private enum Notice {
    NONE,
    ACTIVE,
    ENDED,
    ERASED
  }

  private record Row(Copy copy, Notice notice, String expected) {}

  static Stream<Row> table() {
    Map<Notice, List<String>> expected =
        Map.of(
            Notice.NONE,
            List.of("none", "none", "issued", "issued", "none", "ended", "none"),
            Notice.ACTIVE,
            List.of("changed", "changed", "same", "changed", "ended", "ended", "ended"),
            Notice.ENDED,
            List.of("same", "same", "same", "same", "changed", "same", "same"),
            Notice.ERASED,
            List.of("same", "same", "same", "same", "same", "same", "same"));
    List<Row> rows = new ArrayList<>();
    for (Notice notice : Notice.values()) {
      for (Copy copy : Copy.values()) {
        rows.add(new Row(copy, notice, expected.get(notice).get(copy.ordinal())));
      }
    }
    return rows.stream();
  }

  @ParameterizedTest
  @MethodSource("table")
  void everyCopyMeetsEveryNotice(Row row) {
    Optional<PoliceNotice> notice = notice(row.notice());

    NoticeDecision decided = DECISIONS.decide(copy(row.copy()), notice, LATER);

    assertThat(word(decided)).isEqualTo(row.expected());
    if (decided instanceof NoticeDecision.Same(PoliceNotice same)) {
      assertThat(same).isEqualTo(notice.orElseThrow());
    }
  }

  private static String word(NoticeDecision decided) {
    return switch (decided) {
      case NoticeDecision.NoNotice() -> "none";
      case NoticeDecision.Same _ -> "same";
      case NoticeDecision.Becomes(PoliceNotice _, ChangeType change) ->
          change.text().replaceAll("police-notice\\.(\\w+)\\.v1", "$1");
    };
  }

  private CaseCopy copy(Copy copy) {
    TrialCase held = trial;
    Supplier<CaseCopy> known = () -> new CaseCopy.Known(held.snapshot());
    return switch (copy) {
      case HELD -> {
        held.reported(says);
        yield known.get();
      }
      case BY_PHONE -> {
        held.reported(says).byPhone(says);
        yield known.get();
      }
      case RELEASED -> {
        held.reported(says).released(says);
        yield known.get();
      }
      case RELEASED_CHANGED -> {
        held.reported(says).released(says.with().risk(Risk.of(RiskLevel.LOW)).build());
        yield known.get();
      }
      case ENDED_HELD -> {
        held.reported(says).ended();
        yield known.get();
      }
      case ENDED_RELEASED -> {
        held.reported(says).released(says).ended();
        yield known.get();
      }
      case ERASED -> new CaseCopy.Erased(false, YearMonth.of(2026, 3));
    };
  }

  private Optional<PoliceNotice> notice(Notice notice) {
    TrialCase same = trial;
    return switch (notice) {
      case NONE -> Optional.empty();
      case ACTIVE -> Optional.of(active(same));
      case ENDED -> Optional.of(ended(same));
      case ERASED ->
          Optional.of(becomes(NoticeDecisions.forget(ended(same), TrialCase.AT)).notice());
    };
  }

  private PoliceNotice.Active active(TrialCase of) {
    var beside = new Beside(of);
    return (PoliceNotice.Active)
        becomes(
                DECISIONS.decide(
                    new CaseCopy.Known(beside.released(says)), Optional.empty(), TrialCase.AT))
            .notice();
  }

  private PoliceNotice.Ended ended(TrialCase of) {
    var beside = new Beside(of);
    return (PoliceNotice.Ended)
        becomes(
                DECISIONS.decide(
                    new CaseCopy.Known(beside.ended(says)), Optional.empty(), TrialCase.AT))
            .notice();
  }

  private static NoticeDecision.Becomes becomes(NoticeDecision decided) {
    assertThat(decided).isInstanceOf(NoticeDecision.Becomes.class);
    return (NoticeDecision.Becomes) decided;
  }

  /** The same case in another state, without moving the one under test. */
  private record Beside(TrialCase of) {

    CaseSnapshot released(Says says) {
      TrialCase other = TrialCase.real();
      return renamed(other.reported(says).released(says).snapshot(), other);
    }

    CaseSnapshot ended(Says says) {
      TrialCase other = TrialCase.real();
      return renamed(other.reported(says).released(says).ended().snapshot(), other);
    }

    private CaseSnapshot renamed(CaseSnapshot told, TrialCase other) {
      return new CaseSnapshot(
          of.id,
          told.home(),
          told.exercise(),
          told.status(),
          told.frozen(),
          told.notTo(),
          Map.of(of.child, told.children().get(other.child)),
          told.reports());
    }
  }
}
