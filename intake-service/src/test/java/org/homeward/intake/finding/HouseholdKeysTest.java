package org.homeward.intake.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Feared;
import org.homeward.schema.facts.PoliceWarning;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.PhoneNumber;
import org.homeward.schema.people.Reporter;
import org.homeward.schema.people.ReporterRelation;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.Place;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class HouseholdKeysTest {

  private static final Place HOME = new Place("RS", null, "Niš", "Glavna 7", null, null, null);
  private static final ChildFacts CHILD = ChildFacts.builder().home(HOME).build();
  private static final Says FATHER =
      Says.builder()
          .reporter(
              new Reporter(
                  Code.of(ReporterRelation.PARENT),
                  null,
                  new PhoneNumber("+381641234567"),
                  null,
                  null))
          .build();

  @Test
  void aHomeAndACaregiverAreKeys() {
    assertThat(HouseholdKeys.of(CHILD, List.of(FATHER), List.of(FATHER))).hasSize(2);
  }

  @Test
  @Proves(6)
  void whereAChildHidesIsNoHome() {
    Says held = Says.builder().shelter(HOME).build();

    assertThat(HouseholdKeys.of(CHILD, List.of(), List.of(FATHER, held))).isEmpty();
  }

  @Test
  @Proves(6)
  void aCaregiverWhomAnyReportFearsLeadsToNobody() {
    Says fears = Says.builder().feared(List.of(Code.of(Feared.CAREGIVER))).build();
    Says warns = Says.builder().warnings(List.of(Code.of(PoliceWarning.VIOLENCE_AT_HOME))).build();

    for (Says held : List.of(fears, warns)) {
      assertThat(HouseholdKeys.of(ChildFacts.EMPTY, List.of(FATHER), List.of(FATHER, held)))
          .isEmpty();
    }
  }
}
