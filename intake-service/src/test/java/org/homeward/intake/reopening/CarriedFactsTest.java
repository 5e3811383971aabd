package org.homeward.intake.reopening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.durable.command.Command;
import org.homeward.intake.cases.KeptReport;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Feared;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.PoliceWarning;
import org.homeward.schema.facts.Report;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.Sex;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class CarriedFactsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T22:15:00Z");
  private static final Set<Audience> TEAM = Set.of(Audience.CASE_TEAM);
  private static final Set<Audience> CONFIDANTS = Set.of(Audience.CONFIDANT);

  private static KeptReport held(Says says) {
    return KeptReport.held(
        "r1",
        Channel.PHONE,
        HoldReason.UNDECIDED,
        says,
        List.of("c1"),
        Says.EMPTY,
        new Command("k", "h"),
        "p1",
        NOW);
  }

  /** Of a report that police were told by telephone. */
  private static KeptReport told(Says says) {
    Report held = held(says).report();
    var release = new PoliceRelease.ByPhone("pu", NOW, "KU 1", null);
    return new KeptReport(
        new Report(held.id(), held.at(), held.channel(), release, says),
        List.of("c1"),
        held(says).proposal(),
        "p1",
        new Command("k", "h"),
        null,
        Map.of(),
        Says.EMPTY);
  }

  private static Says warned(Map<String, Set<Audience>> limits) {
    return Says.builder()
        .warnings(List.of(Code.of(PoliceWarning.VIOLENCE_AT_HOME)))
        .audiences(limits)
        .build();
  }

  private static Says carried(Says before, Says said) {
    return CarriedFacts.of(List.of(told(before)), "c1", "c2", said).first();
  }

  @Test
  @Proves(12)
  void nothingOfAHeldReportIsCarried() {
    Says says =
        Says.builder()
            .feared(List.of(Code.of(Feared.CAREGIVER)))
            .children(Map.of("c1", ChildFacts.builder().sex(Code.of(Sex.FEMALE)).build()))
            .build();

    assertThat(CarriedFacts.of(List.of(held(says)), "c1", "c2", Says.EMPTY).first())
        .isEqualTo(Says.builder().children(Map.of("c2", ChildFacts.EMPTY)).build());
    assertThat(carried(says, Says.EMPTY).feared()).containsExactly(Code.of(Feared.CAREGIVER));
  }

  @Test
  @Proves(6)
  void aFactKeepsTheLimitThatItHad() {
    Says before = warned(Map.of("warnings", TEAM));

    assertThat(carried(before, Says.EMPTY).audiences()).isEqualTo(Map.of("warnings", TEAM));
    Says said = Says.builder().warnings(List.of(Code.of(PoliceWarning.DO_NOT_CALL_CHILD))).build();
    assertThat(carried(before, said).warnings()).hasSize(2);
    assertThat(carried(before, said).audiences()).isEqualTo(Map.of("warnings", TEAM));
  }

  @Test
  @Proves(6)
  void whoMayReadOnePartOfAFactAndNotTheOtherReadsNeither() {
    Says before = warned(Map.of("warnings", TEAM));
    var call = List.of(Code.of(PoliceWarning.DO_NOT_CALL_CHILD));
    Says confided = Says.builder().warnings(call).audiences(Map.of("warnings", CONFIDANTS)).build();
    Says forPolice =
        Says.builder()
            .warnings(call)
            .audiences(Map.of("warnings", Set.of(Audience.POLICE)))
            .build();

    assertThat(carried(before, confided).warnings()).hasSize(2);
    assertThat(carried(before, confided).audiences()).isEqualTo(Map.of("warnings", CONFIDANTS));
    assertThat(carried(before, forPolice).warnings()).isEqualTo(call);
    assertThat(carried(before, forPolice).audiences())
        .isEqualTo(Map.of("warnings", Set.of(Audience.POLICE)));
  }

  @Test
  @Proves(6)
  void whatWasConfidedIsNotCarried() {
    Says before = warned(Map.of("warnings", CONFIDANTS));

    assertThat(carried(before, Says.EMPTY).warnings()).isEmpty();
  }

  @Test
  void namedOnceIsNamedWhateverALaterCallerSaid() {
    Says teacher =
        Says.builder()
            .feared(List.of(Code.of(Feared.CAREGIVER)))
            .warnings(List.of(Code.of(PoliceWarning.DO_NOT_RETURN_CHILD_HOME)))
            .build();
    var nobody = List.of(Code.of(Feared.NOBODY));
    Says father =
        Says.builder()
            .feared(nobody)
            .warnings(List.of(Code.of(PoliceWarning.DO_NOT_CALL_CHILD)))
            .build();
    List<KeptReport> old = List.of(told(teacher), told(father));

    Says first = CarriedFacts.of(old, "c1", "c2", Says.builder().feared(nobody).build()).first();

    assertThat(first.feared()).containsExactly(Code.of(Feared.CAREGIVER));
    assertThat(first.warnings()).hasSize(2);
    assertThat(CarriedFacts.of(List.of(told(father)), "c1", "c2", Says.EMPTY).first().feared())
        .isEqualTo(nobody);
  }

  @Test
  @Proves(6)
  void whatOneReportConfidedTakesNoOpenWordOfAnotherAway() {
    Says open = warned(Map.of());
    Says confided = warned(Map.of("warnings", CONFIDANTS));

    assertThat(
            CarriedFacts.of(List.of(told(open), told(confided)), "c1", "c2", Says.EMPTY)
                .first()
                .warnings())
        .containsExactly(Code.of(PoliceWarning.VIOLENCE_AT_HOME));
  }

  @Test
  @Proves(6)
  void whatACallerConfidesHidesNothingThatPoliceKnew() {
    Says confided =
        Says.builder()
            .warnings(List.of(Code.of(PoliceWarning.DO_NOT_CALL_CHILD)))
            .audiences(Map.of("warnings", CONFIDANTS))
            .build();

    CarriedFacts carried = CarriedFacts.of(List.of(told(warned(Map.of()))), "c1", "c2", confided);

    assertThat(carried.first().warnings()).containsExactly(Code.of(PoliceWarning.VIOLENCE_AT_HOME));
    assertThat(carried.first().audiences()).isEmpty();
    Says beside = carried.confided().orElseThrow();
    assertThat(beside.warnings()).hasSize(2);
    assertThat(beside.audiences()).isEqualTo(Map.of("warnings", CONFIDANTS));
  }
}
