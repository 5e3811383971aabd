package org.homeward.schema.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.schema.Conformance;
import org.homeward.schema.json.Json;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegisteredCodesTest {

  /** Well-formed by RFC 5646, but with extensions, private use or one letter at the start. */
  private static final List<String> FOR_THOSE_WHO_KNOW_EACH_OTHER =
      List.of("x-private", "en-a-bbb-x-a", "ar-u-nu-arab");

  @TestFactory
  Stream<DynamicTest> tagsAreRegisteredOrNotAsTheirClassSays() {
    return Conformance.tests(
        "reference/codes/bcp47-cases.csv",
        file ->
            new String(Conformance.bytes(file), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(line -> !FOR_THOSE_WHO_KNOW_EACH_OTHER.contains(line[0]))
                .map(
                    line -> {
                      boolean registered =
                          line[1].equals("well-formed") || line[1].equals("well-formed-deprecated");
                      return DynamicTest.dynamicTest(
                          "'" + line[0] + "'",
                          () -> assertThat(Languages.isRegistered(line[0])).isEqualTo(registered));
                    }));
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-cmn-Hans-CN", "sgn-ase", "zh-min-nan", "qaa", "es-419", "de-1901"})
  void partsOfATagAreInTheOrderOfItsGrammar(String tag) {
    assertThat(Languages.isRegistered(tag)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sr-RS-Latn", "sr-Latn-Cyrl", "de-1901-DE", "zh-zzz", "", "-", "sr-"})
  void otherOrdersAreNoTags(String tag) {
    assertThat(Languages.isRegistered(tag)).isFalse();
  }

  @Test
  void everyScriptOfIso15924IsKnown() {
    var scripts =
        Json.mapper()
            .readTree(Conformance.bytes(Conformance.path("reference/codes/iso_15924.json")))
            .path("15924");
    assertThat(scripts).isNotEmpty();
    scripts.forEach(script -> assertThat(script.path("alpha_4").asString()).matches(Scripts::has));
    assertThat(List.of("Cirl", "cyrl", "Zzzy", "")).noneMatch(Scripts::has);
  }

  @Test
  void regionsOfTheCountriesAroundAreThoseOfIso31662() {
    var regions =
        Json.mapper()
            .readTree(Conformance.bytes(Conformance.path("reference/codes/iso_3166-2.json")))
            .path("3166-2");
    assertThat(regions).isNotEmpty();
    regions.forEach(
        region -> {
          String code = region.path("code").asString();
          String country = code.substring(0, 2);
          if (List.of("RS", "GR", "BG", "HR", "HU", "RO", "BA", "AL", "IT", "DE")
              .contains(country)) {
            assertThat(Regions.has(country, code)).as(code).isTrue();
          }
        });
  }

  @ParameterizedTest
  @CsvSource({
    "RS, RS-QQ",
    "RS, RS-BG",
    "RS, GR-I",
    "RS, RS",
    "RS, RS-",
    "RS, 01",
    "RS, rs-01",
    "XK, XK-01"
  })
  void otherCodesAreNoRegions(String country, String region) {
    assertThat(Regions.has(country, region)).isFalse();
  }

  @Test
  void aRegionHoldsWhatLiesInIt() {
    assertThat(Regions.holds("RS-VO", "RS-01")).isTrue();
    assertThat(Regions.holds("RS-VO", "RS-VO")).isTrue();
    assertThat(Regions.holds("RS", "RS-01")).isTrue();
    assertThat(Regions.holds("RS-01", "RS-VO")).isFalse();
    assertThat(Regions.holds("RS-VO", "RS-22")).isFalse();
    assertThat(Regions.meet("RS-01", "RS-VO")).isTrue();
    assertThat(Regions.meet("RS-VO", "RS-01")).isTrue();
    assertThat(Regions.meet("RS-02", "RS-01")).isFalse();
  }

  @Test
  void everyNumberThatIsValidIsPossible() {
    new String(
            Conformance.bytes(Conformance.path("reference/codes/phone-e164-cases.csv")),
            StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.endsWith("\"valid\""))
        .map(line -> line.split(","))
        .forEach(
            line -> {
              String e164 = line[line.length - 2].replace("\"", "");
              assertThat(NumberingPlans.isPossible(e164)).as(e164).isTrue();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "+381 1, RS",
    "+999 123 456 789, RS",
    "+381 60 123 456 789 012, RS",
    "call me, RS",
    "1, RS"
  })
  void aNumberThatNoPlanHasIsNotPossible(String number, String country) {
    assertThat(NumberingPlans.isPossible(number, country)).isFalse();
    assertThat(NumberingPlans.isPossible(number)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"011 123-4567, RS", "+30 210 123 4567, RS", "192, RS", "116000, RS", "100, GR"})
  void whatIsDialledInACountryIsPossibleThere(String number, String country) {
    assertThat(NumberingPlans.isPossible(number, country)).isTrue();
  }
}
