package org.homeward.bridge.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.bridge.trial.TrialCase;
import org.homeward.copies.CaseCopy;
import org.homeward.durable.document.Guarded;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** A handover may outlive the search: a restored owner may say again that nobody is missing. */
class KnownCaseTest {

  private static Optional<Guarded<CaseCopy>> copy(TrialCase told) {
    var snapshot = (CaseSnapshot) told.tell().snapshot();
    return Optional.of(
        Guarded.unstored(told.id, 1, new CaseCopy.Known(snapshot), null, List.of(), Map.of()));
  }

  @Test
  @Proves({3, 6})
  void onlyASearchWithAReportForPartnersIsKnown() {
    assertThat(KnownCase.of(copy(TrialCase.of("rs").released()))).isPresent();

    var held = copy(TrialCase.of("rs"));
    assertThat(KnownCase.of(held)).isEmpty();
    assertThat(KnownCase.whyNot(held)).isEqualTo("no-released-report");
    for (CaseKind kind : List.of(CaseKind.AT_RISK, CaseKind.UNIDENTIFIED)) {
      var other = copy(TrialCase.of("rs").released().ofKind(kind));
      assertThat(KnownCase.of(other)).isEmpty();
      assertThat(KnownCase.whyNot(other)).isEqualTo("not-a-search");
    }
    assertThat(KnownCase.of(Optional.empty())).isEmpty();
  }
}
