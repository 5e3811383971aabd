package org.homeward.intake.tips;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.homeward.schema.facts.LastSeen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hints of the inbox: the same giver, and a time that does not fit. */
class SameGiverTest {

  @ParameterizedTest
  @CsvSource({
    "+381 64 123-4567, 064/1234567",
    "00381641234567, call me: 064 123 4567",
    "Someone@Example.org, someone@example.org"
  })
  void theSameTelephoneOrAddressIsFoundHoweverItIsWritten(String one, String other) {
    assertThat(SameGiver.ofContact(one)).isNotNull().isEqualTo(SameGiver.ofContact(other));
  }

  @Test
  void otherNumbersAndWordsWithoutOneAreNotTheSame() {
    assertThat(SameGiver.ofContact("064 123 4567")).isNotEqualTo(SameGiver.ofContact("0641234568"));
    assertThat(SameGiver.ofContact("ask at the kiosk")).isNull();
    assertThat(SameGiver.ofContact(null)).isNull();
  }

  @Test
  void theSameWordsAreFoundInOtherSpacesAndCapitals() {
    assertThat(SameGiver.ofText("Seen at the  bus station!"))
        .isNotNull()
        .isEqualTo(SameGiver.ofText("seen at the\nBus Station"));
    assertThat(SameGiver.ofText("hello")).as("many say that").isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "12:00, 0, 12:00, 0, true",
    "12:00, 0, 11:59, 0, false",
    "12:00, 0, 11:40, 30, true",
    "12:00, 30, 11:40, 0, true",
    "12:00, 10, 11:40, 5, false",
    "12:00, 0, 15:00, 0, true"
  })
  void aTipFromBeforeTheChildWasLastSeenDoesNotFit(
      String last, int lastWithin, String tip, int tipWithin, boolean fits) {
    var lastSeen = new LastSeen(at(last), lastWithin, null, null);
    assertThat(TimeFits.with(lastSeen, words(at(tip), tipWithin))).isEqualTo(fits);
  }

  @Test
  void whereATimeIsMissingNothingIsSaid() {
    assertThat(TimeFits.with(null, words(at("11:00"), 0))).isTrue();
    assertThat(TimeFits.with(new LastSeen(at("12:00"), null, null, null), words(null, 0))).isTrue();
  }

  private static Instant at(String time) {
    return Instant.parse("2026-03-01T" + time + ":00Z");
  }

  private static TipWords words(@Nullable Instant at, int within) {
    return new TipWords("text", null, at, within, null, null, null, null, null, null, null);
  }
}
