package org.homeward.schema.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.homeward.schema.Conformance;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "М.Петровић",
        "J.R.R.Tolkien",
        "А.С.Пушкин",
        "Αγ.Νικόλαος",
        "Sr.Mitrovica",
        "Св.Петка",
        "ул.Краља Петра",
        "BG.123.AB",
        "NS-123.AB",
        "12.05.2026",
        "N.N.",
        "д.о.о.",
        "...",
        "x..y",
        "д.Горица",
        "म.गांधी",
        "د.محمد",
        "1.5 km"
      })
  void namesAndPlacesLeadNowhere(String text) {
    assertThat(Links.isIn(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.com", "see evil.com.", "Evil.Example.RS", "т.ме.рф", "пример.срб", "مثال.شبكة",
        "例え。みんな", "evil\uFF0Ecom", "evil\u2024com", "evil.xn--90a3ac", "evil.com/x", "evil.com-",
        "evil.com.Petrović", "evil.c\u200Dom", "https://1.2.3.4", "www.x", "a@b", "mailto:x",
        "TEL:+381", "ｅｖｉｌ.ｃｏｍ", "(evil.рус)", "bit.ly"
      })
  void aDotBeforeATopLevelDomainLeadsSomewhere(String text) {
    assertThat(Links.isIn(text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Y.Li, Y. Li",
    "J.De Vries, J. De Vries",
    "A.B.In, A.B. In",
    "t.co, t.co",
    "X.COM, X.COM",
    "evil.com, evil.com",
    "Sr.Mitrovica, Sr.Mitrovica"
  })
  void anInitialStandsApartFromASurnameThatIsADomainToo(String text, String apart) {
    assertThat(Links.withInitialsApart(text)).isEqualTo(apart);
  }

  @Test
  void anInitialApartLeadsNowhere() {
    assertThat(Links.isIn("Y.Li")).isTrue();
    assertThat(Links.isIn(Links.withInitialsApart("Y.Li"))).isFalse();
  }

  @TestFactory
  Stream<DynamicTest> noNameOfTheOddRecordsLeadsSomewhere() {
    return Conformance.tests(
        "persons/cases/import-odd-data.csv",
        file ->
            new String(Conformance.bytes(file), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> Arrays.asList(line.split(",")))
                .map(
                    line ->
                        DynamicTest.dynamicTest(
                            line.getFirst(), () -> assertThat(Links.isIn(line.get(1))).isFalse())));
  }
}
