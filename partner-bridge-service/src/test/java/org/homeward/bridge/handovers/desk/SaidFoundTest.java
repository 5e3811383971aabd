package org.homeward.bridge.handovers.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.copies.CaseCopy;
import org.homeward.schema.people.ChildStatus;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.schema.snapshots.CaseStatus;
import org.junit.jupiter.api.Test;

class SaidFoundTest {

  private static final Map<String, ChildStatus> SIBLINGS =
      Map.of("a", ChildStatus.LOCATED, "b", ChildStatus.MISSING);

  private static Optional<CaseCopy> copy(boolean braked, Map<String, ChildStatus> children) {
    return Optional.of(
        new CaseCopy.Known(
            new CaseSnapshot(
                "c",
                "rs",
                false,
                CaseStatus.OPEN,
                false,
                braked,
                Map.of(),
                Set.of(),
                children,
                List.of())));
  }

  private static boolean isTaken(Optional<CaseCopy> copy, boolean fresh) {
    return new SaidFound(_ -> copy, _ -> fresh).isOrNobodyCanTell("c");
  }

  @Test
  void aRecallOfAllIsTakenOnceNoChildIsMissing() {
    assertThat(isTaken(copy(false, Map.of("a", ChildStatus.MISSING)), true)).isFalse();
    assertThat(isTaken(copy(false, Map.of("a", ChildStatus.LOCATED)), true)).isTrue();
  }

  @Test
  void aSiblingWhoIsStillMissingIsNotCalledFound() {
    assertThat(isTaken(copy(false, SIBLINGS), true)).isFalse();
  }

  @Test
  void aBrakeSaysNotThatAChildIsFound() {
    assertThat(isTaken(copy(true, SIBLINGS), true)).isFalse();
  }

  @Test
  void anOldCopyAndAnUnknownCaseHoldNoRecallUp() {
    assertThat(isTaken(copy(false, SIBLINGS), false)).isTrue();
    assertThat(isTaken(Optional.empty(), true)).isTrue();
  }
}
