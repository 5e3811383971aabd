package org.homeward.intake.interviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.intake.interviews.Interviewer.Objection.FEARED;
import static org.homeward.intake.interviews.Interviewer.Objection.FEAR_NOT_ASKED;
import static org.homeward.intake.interviews.Interviewer.Objection.KEPT_FROM;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.homeward.face.testing.ProblemList;
import org.homeward.intake.interviews.Interviewer.Office;
import org.homeward.schema.facts.Feared;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class InterviewerTest {

  private static final Interviewer MARKO = new Interviewer(Office.HOTLINE, "p7", null);

  private static Interviewer of(Office office) {
    return new Interviewer(office, null, "M");
  }

  @Test
  void nobodyObjectsToSomebodyWhoWasNotInvolved() {
    assertThat(MARKO.objections(Set.of(Feared.CAREGIVER), Set.of("person:p8"))).isEmpty();
    assertThat(of(Office.GUARDIANSHIP).objections(Set.of(Feared.POLICE), Set.of())).isEmpty();
  }

  @Test
  @Proves(6)
  void whatAnInvolvedPersonWroteDownStandsForNoAnswer() {
    assertThat(of(Office.SCHOOL).isInvolved(Set.of(Feared.INSTITUTION), Set.of())).isTrue();
    assertThat(MARKO.isInvolved(Set.of(), Set.of("person:p7"))).isTrue();
    assertThat(of(Office.SCHOOL).isInvolved(Set.of(), Set.of())).as("it was heard").isFalse();
  }

  @Test
  @Proves(6)
  void nobodyFromWhomTheCaseIsKeptSpeaksWithTheChild() {
    Set<Feared> nobody = Set.of(Feared.NOBODY);
    assertThat(MARKO.objections(nobody, Set.of("person:p7"))).containsExactly(KEPT_FROM);
    assertThat(of(Office.POLICE).objections(nobody, Set.of("desk:d1"))).containsExactly(KEPT_FROM);
    assertThat(of(Office.SCHOOL).objections(nobody, Set.of("desk:d1", "country:TR"))).isEmpty();
  }

  @Test
  void nobodyWhoIsFearedSpeaksWithTheChild() {
    assertThat(of(Office.POLICE).objections(Set.of(Feared.POLICE), Set.of("desk:d1")))
        .containsExactly(KEPT_FROM, FEARED);
    assertThat(of(Office.SCHOOL).objections(Set.of(Feared.INSTITUTION), Set.of()))
        .containsExactly(FEARED);
    for (Office office : Office.values()) {
      Interviewer each = office == Office.HOTLINE ? MARKO : of(office);
      assertThat(each.objections(Set.of(Feared.OTHER), Set.of()).isEmpty())
          .as("a code of a newer list may mean anybody but us: " + office)
          .isEqualTo(office == Office.HOTLINE);
    }
  }

  @Test
  @Proves(6)
  void whereNobodyWasAskedWhomItFearsNoOfficeSpeaksWithItFromWhichChildrenFlee() {
    for (Office office : Office.values()) {
      Interviewer each = office == Office.HOTLINE ? MARKO : of(office);
      boolean fledFrom = Set.of(Office.SCHOOL, Office.INSTITUTION, Office.POLICE).contains(office);
      assertThat(each.objections(Set.of(), Set.of()))
          .as(office.name())
          .isEqualTo(fledFrom ? List.of(FEAR_NOT_ASKED) : List.of());
    }
  }

  @Test
  void clientsKnowItsProblems() throws IOException {
    ProblemList.assertListed(List.of(InterviewProblem.values()));
  }
}
