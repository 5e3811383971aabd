package org.homeward.intake.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsTest {

  private static final String ID = "0a1b2c3d-aa8c-4069-a7be-1bb6c07374ad";

  private final SearchWords words = new SearchWords("rs", "RS");

  @ParameterizedTest
  @ValueSource(strings = {"RS-0A1B2C", "rs-0a1b2c", " 0A1B2C ", ID})
  void aCaseIsNamedByTheBeginningOfItsIdOrAllOfIt(String typed) {
    assertThat(words.keys(typed)).containsAnyElementsOf(SearchWords.codes(ID));
  }

  @Test
  void theCodeOfAnotherNodeNamesNoCaseOfThisOne() {
    assertThat(words.keys("GR-0A1B2C")).doesNotContainAnyElementsOf(SearchWords.codes(ID));
  }

  @ParameterizedTest
  @CsvSource({
    "+381 64 123 4567,   +381641234567",
    "064/123-4567,       +381641234567",
    "(064) 123 45 67,    +381641234567",
    "00381641234567,     +381641234567",
    "+30 691 234 5678,   +306912345678"
  })
  void aNumberIsTheSameHoweverItIsDialled(String typed, String e164) {
    assertThat(words.keys(typed)).contains(By.NUMBER.key(e164));
  }

  @ParameterizedTest
  @ValueSource(strings = {"K 17/26", "PU Beograd 123/2026", "Ana 12", "+", "12", "++381641234567"})
  void whatNobodyCanDialIsNoNumber(String typed) {
    assertThat(words.keys(typed)).noneMatch(key -> key.startsWith(By.NUMBER.key("")));
  }

  @ParameterizedTest
  @CsvSource({"K-17/26, k 17 26", "03 BR. 5/2026, 03-br-5-2026", "К-17, к17"})
  void aReferenceIsTheSameHoweverItIsStroked(String one, String other) {
    assertThat(SearchWords.reference(one)).isEqualTo(SearchWords.reference(other)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ANA  PETROVIĆ, ana petrovic",
    "'Ελένη Παπαδοπούλου', 'ελενη παπαδοπουλου'",
    "'Ана-Марија', 'ана марија'",
    "'!?', ''"
  })
  void aNameIsTheSameInCapitalsAndWithoutAccents(String typed, String same) {
    assertThat(SearchWords.name(typed)).isEqualTo(same);
  }

  @Test
  void everyKeySaysOfWhichSortItIs() {
    for (By by : By.values()) {
      assertThat(By.ofKey(by.key("x"))).isEqualTo(by);
    }
  }
}
