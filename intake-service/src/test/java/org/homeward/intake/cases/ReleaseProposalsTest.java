package org.homeward.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.homeward.schema.facts.Code;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.PoliceWarning;
import org.homeward.schema.facts.Reporter;
import org.homeward.schema.facts.ReporterRelation;
import org.homeward.schema.facts.Says;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

@Proves(12)
class ReleaseProposalsTest {

  private static Says reportedBy(ReporterRelation relation, Boolean agrees) {
    return Says.builder()
        .reporter(new Reporter(Code.of(relation), null, null, agrees, null))
        .build();
  }

  @Test
  void aParentWhoDoesNotKnowWhereTheChildIsIsProposedForRelease() {
    assertThat(ReleaseProposals.propose(reportedBy(ReporterRelation.PARENT, true)))
        .isEqualTo(Proposal.RELEASE);
    assertThat(ReleaseProposals.propose(Says.EMPTY)).isEqualTo(Proposal.RELEASE);
  }

  @Test
  void theChildsOwnCallIsProposedToBeHeld() {
    assertThat(ReleaseProposals.propose(reportedBy(ReporterRelation.CHILD_SELF, true)))
        .isEqualTo(new Proposal(HoldReason.CHILD_CALLED));
  }

  @Test
  void aRefusalIsProposedToBeHeld() {
    assertThat(ReleaseProposals.propose(reportedBy(ReporterRelation.PEER, false)))
        .isEqualTo(new Proposal(HoldReason.REFUSED));
  }

  @Test
  void harmAtHomeIsProposedToBeHeld() {
    Says says = Says.builder().warnings(List.of(Code.of(PoliceWarning.VIOLENCE_AT_HOME))).build();
    assertThat(ReleaseProposals.propose(says)).isEqualTo(new Proposal(HoldReason.CAREGIVER_NAMED));
  }
}
