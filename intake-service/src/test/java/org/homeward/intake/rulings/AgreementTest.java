package org.homeward.intake.rulings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.homeward.face.access.Role;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class AgreementTest {

  private static final Instant NOW = Instant.parse("2026-03-01T22:15:00Z");
  private static final Matter LIFT = new Matter(Matter.Kind.LIFT_FREEZE, Set.of("1"));
  private static final Matter ERASE = new Matter(Matter.Kind.ERASE, Set.of("COURT_ORDER"));

  private static Word word(Matter matter, String by, Role role, Instant at) {
    return new Word(matter, by, Set.of(role), "so it is", at);
  }

  private static Agreement of(Word first, Word second) {
    return Agreement.of(List.of(first), second);
  }

  @Test
  @Proves(4)
  void onePersonNeverAgreesWithHerself() {
    Word first = word(LIFT, "jelena", Role.SUPERVISOR, NOW);
    assertThat(of(first, word(LIFT, "jelena", Role.AUTHORITY, NOW)))
        .as("another login, another role, the same person")
        .isEqualTo(new Agreement.AnotherPersonNeeded());
    assertThat(of(first, word(LIFT, "petar", Role.AUTHORITY, NOW)))
        .isEqualTo(new Agreement.Reached(first));
    assertThat(of(first, word(LIFT, "milica", Role.SUPERVISOR, NOW)))
        .isEqualTo(new Agreement.Reached(first));
  }

  @Test
  void whereItTakesTwoOfficesTwoPersonsOfOneDoNotDo() {
    Word first = word(ERASE, "jelena", Role.SUPERVISOR, NOW);
    assertThat(of(first, word(ERASE, "milica", Role.SUPERVISOR, NOW)))
        .isEqualTo(new Agreement.AnotherPersonNeeded());
    assertThat(of(first, word(ERASE, "vera", Role.DPO, NOW)))
        .isEqualTo(new Agreement.Reached(first));
    Word officers = word(ERASE, "vera", Role.DPO, NOW);
    assertThat(of(officers, word(ERASE, "jelena", Role.SUPERVISOR, NOW)))
        .as("in either order")
        .isEqualTo(new Agreement.Reached(officers));
  }

  @Test
  void aWordAboutSomethingElseIsAFirstWordAndTakesThePlaceOfTheOther() {
    Word first = word(LIFT, "jelena", Role.SUPERVISOR, NOW);
    Word erasing = word(ERASE, "vera", Role.DPO, NOW);
    var next = new Matter(Matter.Kind.LIFT_FREEZE, Set.of("2"));
    Word other = word(next, "petar", Role.AUTHORITY, NOW);
    assertThat(Agreement.of(List.of(first, erasing), other))
        .isEqualTo(new Agreement.Waits(List.of(erasing, other)));
  }

  @Test
  void aFirstWordLapsesAfterADay() {
    Word first = word(LIFT, "jelena", Role.SUPERVISOR, NOW);
    Word inTime =
        word(LIFT, "petar", Role.AUTHORITY, NOW.plus(Duration.ofHours(24)).minusMillis(1));
    Word late = word(LIFT, "petar", Role.AUTHORITY, NOW.plus(Duration.ofHours(24)));
    assertThat(of(first, inTime)).isEqualTo(new Agreement.Reached(first));
    assertThat(of(first, late)).isEqualTo(new Agreement.Waits(List.of(late)));
  }
}
