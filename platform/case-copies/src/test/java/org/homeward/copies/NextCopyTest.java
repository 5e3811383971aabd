package org.homeward.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.OrdersFinding;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.schema.snapshots.CaseStatus;
import org.homeward.schema.snapshots.OrdersChecked;
import org.homeward.schema.snapshots.Snapshot;
import org.homeward.schema.snapshots.SnapshotKind;
import org.homeward.schema.snapshots.Tombstone;
import org.homeward.schema.values.Code;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class NextCopyTest {

  private final TrialCase trial = TrialCase.real();
  private final Says says = trial.says("A. B.");

  @Test
  void truncatedNewsKeepsTheLastFactsAndTakesTheNewState() {
    CaseSnapshot before = trial.reported().released(says).snapshot();
    CaseSnapshot ended = trial.ended().snapshot();

    var next =
        (CaseCopy.Known)
            NextCopy.of(
                Optional.of(new CaseCopy.Known(before)),
                new CaseNews(trial.id, 3, ended.withoutFacts(), true));

    assertThat(next.snapshot().status()).isEqualTo(CaseStatus.ENDED);
    assertThat(next.snapshot().reports().getFirst().says()).isEqualTo(says);
  }

  @Test
  @Proves(3)
  void truncatedNewsTellsWhetherPoliceHaveCheckedOrders() {
    CaseSnapshot before = trial.reported().released(says).snapshot();
    var checked = new OrdersChecked("KU 417/26", Instant.EPOCH, Code.of(OrdersFinding.NONE_FOUND));
    var kept = Optional.<CaseCopy>of(new CaseCopy.Known(before.withOrdersChecked(checked)));

    var same = new CaseNews(trial.id, 3, before.withOrdersChecked(checked).withoutFacts(), true);
    var takenBack = new CaseNews(trial.id, 4, before.withoutFacts(), true);

    assertThat(((CaseCopy.Known) NextCopy.of(kept, same)).snapshot().ordersChecked())
        .isEqualTo(checked);
    assertThat(((CaseCopy.Known) NextCopy.of(kept, takenBack)).snapshot().ordersChecked()).isNull();
  }

  /** A case at risk must not read as a search because its event was too large. */
  @Test
  @Proves(3)
  void truncatedNewsTellsWhatTheCaseIsAbout() {
    CaseSnapshot before = trial.reported().released(says).snapshot();
    CaseSnapshot atRisk = before.ofKind(CaseKind.AT_RISK);
    var kept = Optional.<CaseCopy>of(new CaseCopy.Known(atRisk));

    var next =
        (CaseCopy.Known) NextCopy.of(kept, new CaseNews(trial.id, 3, atRisk.withoutFacts(), true));
    var search =
        (CaseCopy.Known) NextCopy.of(kept, new CaseNews(trial.id, 4, before.withoutFacts(), true));

    assertThat(next.snapshot().isSearch()).isFalse();
    assertThat(search.snapshot().isSearch()).isTrue();
  }

  @Test
  void truncatedReleaseOfAHeldReportIsARelease() {
    CaseSnapshot held = trial.reported().snapshot();
    CaseSnapshot released = trial.released(says).snapshot();

    var next =
        (CaseCopy.Known)
            NextCopy.of(
                Optional.of(new CaseCopy.Known(held)),
                new CaseNews(trial.id, 2, released.withoutFacts(), true));

    assertThat(next.snapshot().reports().getFirst().policeRelease())
        .isInstanceOf(PoliceRelease.Released.class);
  }

  @Test
  void tombstoneLeavesNothingButItsMonth() {
    CaseSnapshot before = trial.reported().released(says).snapshot();
    var stone = new Tombstone(trial.id, SnapshotKind.CASE, false, YearMonth.of(2026, 3));

    CaseCopy next =
        NextCopy.of(
            Optional.of(new CaseCopy.Known(before)), new CaseNews(trial.id, 3, stone, false));

    assertThat(next).isEqualTo(new CaseCopy.Erased(false, YearMonth.of(2026, 3)));
  }

  @Test
  void aCaseThatItsOwnerTookBackSaysSo() {
    CaseSnapshot before = trial.reported().released(says).snapshot();
    var stone =
        new Tombstone(
            trial.id, SnapshotKind.CASE, false, YearMonth.of(2026, 3), Set.of(), false, true);

    CaseCopy next =
        NextCopy.of(
            Optional.of(new CaseCopy.Known(before)), new CaseNews(trial.id, 3, stone, false));

    assertThat(((CaseCopy.Erased) next).recalled()).isTrue();
  }

  @Test
  @Proves(6)
  void erasedCaseStaysHiddenFromWhomItWasKept() {
    CaseSnapshot before = trial.reported().released(says).snapshot();
    var kept =
        new CaseSnapshot(
            before.id(),
            before.home(),
            before.exercise(),
            before.status(),
            before.frozen(),
            Set.of("person:p-vesna"),
            before.children(),
            before.reports());
    var stone = new Tombstone(trial.id, SnapshotKind.CASE, false, YearMonth.of(2026, 3));
    var forgotten = new Tombstone(trial.id, SnapshotKind.CASE, false, YearMonth.of(2026, 3), true);

    CaseCopy erased =
        NextCopy.of(Optional.of(new CaseCopy.Known(kept)), new CaseNews(trial.id, 3, stone, false));
    CaseCopy gone = NextCopy.of(Optional.of(erased), new CaseNews(trial.id, 4, forgotten, false));

    assertThat(((CaseCopy.Erased) erased).notTo()).containsExactly("person:p-vesna");
    assertThat(((CaseCopy.Erased) gone).notTo()).containsExactly("person:p-vesna");
  }

  @Test
  @Proves(6)
  void personFromWhomACaseWasKeptInTheEventThatErasedItStaysOutside() {
    CaseSnapshot before = trial.reported().released(says).snapshot();
    var stone =
        new Tombstone(
            trial.id,
            SnapshotKind.CASE,
            false,
            YearMonth.of(2026, 3),
            Set.of("person:p-vesna"),
            false,
            false);
    var news = new CaseNews(trial.id, 3, stone, false);

    for (Optional<CaseCopy> kept :
        List.of(
            Optional.<CaseCopy>empty(),
            Optional.<CaseCopy>of(new CaseCopy.Known(before)),
            Optional.<CaseCopy>of(new CaseCopy.Erased(false, YearMonth.of(2026, 3))))) {
      assertThat(NextCopy.of(kept, news).notTo()).containsExactly("person:p-vesna");
    }
  }

  @Test
  void erasedCaseStaysErased() {
    var erased = new CaseCopy.Erased(false, YearMonth.of(2026, 3));
    CaseSnapshot again = trial.reported().released(says).snapshot();

    assertThat(NextCopy.of(Optional.of(erased), new CaseNews(trial.id, 9, again, false)))
        .isEqualTo(erased);
  }

  @Test
  void erasedCaseBecomesForgottenAndStaysSo() {
    var stone = new Tombstone(trial.id, SnapshotKind.CASE, false, YearMonth.of(2026, 3));
    var forgotten = new Tombstone(trial.id, SnapshotKind.CASE, false, YearMonth.of(2026, 3), true);
    var expected = new CaseCopy.Erased(false, YearMonth.of(2026, 3), true);

    CaseCopy erased = NextCopy.of(Optional.empty(), new CaseNews(trial.id, 4, stone, false));
    assertThat(erased).isEqualTo(new CaseCopy.Erased(false, YearMonth.of(2026, 3), false));
    CaseCopy next = NextCopy.of(Optional.of(erased), new CaseNews(trial.id, 5, forgotten, false));
    assertThat(next).isEqualTo(expected);
    for (Snapshot later : List.of(stone, trial.reported().snapshot())) {
      assertThat(NextCopy.of(Optional.of(next), new CaseNews(trial.id, 9, later, false)))
          .isEqualTo(expected);
    }
    assertThat(NextCopy.of(Optional.empty(), new CaseNews(trial.id, 5, forgotten, false)))
        .isEqualTo(expected);
  }
}
