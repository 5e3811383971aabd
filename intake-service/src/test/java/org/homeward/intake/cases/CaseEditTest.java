package org.homeward.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.intake.cases.CaseSamples.NOW;
import static org.homeward.intake.cases.CaseSamples.aCase;
import static org.homeward.intake.cases.CaseSamples.anErasedCase;
import static org.homeward.intake.cases.CaseSamples.ofKind;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.durable.document.KeptHistory;
import org.homeward.intake.cases.CaseSamples.Release;
import org.homeward.intake.proposals.Proposal;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.people.ChildState;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** What a written case has to do later, by itself. */
class CaseEditTest {

  private static Map<String, Instant> dues(KeptCase of) {
    return CaseEdit.of(of, "p1", NOW, List.of()).dues();
  }

  private static Case of(ChildState child) {
    return aCase(false, child, Release.RELEASED, Proposal.RELEASE);
  }

  @Test
  @Proves(11)
  void aBrakeRings() {
    var brake = Heard.told(2, Set.of(), List.of(), List.of(), Map.of(Heard.Mark.LONE_BRAKE, 1L));

    assertThat(dues(of(ChildState.MISSING).hearing("handover/h1", brake).braked(NOW)))
        .containsEntry("ring", NOW);
    assertThat(dues(of(ChildState.MISSING))).isEmpty();
  }

  @Test
  @Proves(11)
  void theEndOfACaseAtRiskRingsUnlessItHasEnded() {
    assertThat(dues(ofKind(CaseKind.AT_RISK, of(ChildState.MISSING)))).containsKey("at-risk");
    assertThat(dues(ofKind(CaseKind.AT_RISK, of(ChildState.ENDED)))).isEmpty();
  }

  @Test
  @Proves(8)
  void whatAnErasedCaseSaidBeforeIsForgottenAtOnce() {
    assertThat(dues(anErasedCase())).containsEntry(KeptHistory.FORGET_DUE, NOW);
    assertThat(dues(of(ChildState.ENDED))).doesNotContainKey(KeptHistory.FORGET_DUE);
  }
}
