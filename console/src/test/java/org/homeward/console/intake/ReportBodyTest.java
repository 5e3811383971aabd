package org.homeward.console.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.console.pages.Language;
import org.homeward.schema.json.SaysCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class ReportBodyTest {

  private static final ZoneId BELGRADE = ZoneId.of("Europe/Belgrade");
  private final Map<String, List<String>> typed =
      new HashMap<>(Map.of("channel", List.of("PHONE"), "danger", List.of("NO")));

  private ReportBody.Written written() {
    return ReportBody.of(new Typed(typed), Language.SERBIAN, BELGRADE, "RS");
  }

  private ObjectNode body() {
    return written().body();
  }

  private String at(String pointer) {
    return body().at(pointer).asString("");
  }

  private void type(String field, String... values) {
    typed.put(field, List.of(values));
  }

  @Test
  void twoAnswersAreAReport() {
    assertThat(written().missing()).isEmpty();
    assertThat(body().toString())
        .isEqualTo(
            """
            {"exercise":false,"channel":"PHONE","says":{},"newChildren":[{}]}""");
  }

  @Test
  void theKindIsSaidOfANewCaseAndNotOfAJoinedOne() {
    type("kind", "AT_RISK");
    assertThat(at("/kind")).isEqualTo("AT_RISK");

    type("case", "d6c8b734-aa8c-4069-a7be-1bb6c07374ad");
    assertThat(body().has("kind")).isFalse();
  }

  @Test
  void aMarkThatIsOnlyDescribedIsAnother() {
    type("markLooks", "shaped like a leaf");
    assertThat(at("/newChildren/0/marks/0/kind")).isEqualTo("OTHER");
  }

  @Test
  void onlyChannelAndDangerAreAskedFor() {
    typed.clear();

    assertThat(written().missing()).containsOnlyKeys("channel", "danger");
  }

  @Test
  void everyQuestionIsWrittenWhereTheSchemaWantsIt() {
    for (Question question : IntakeForm.questions()) {
      type(question.name(), sample(question));
    }

    ObjectNode says = (ObjectNode) body().path("says").deepCopy();
    var child = body().path("newChildren").path(0);
    says.withObjectProperty("children").set("d6c8b734-aa8c-4069-a7be-1bb6c07374ad", child);
    assertThat(SaysCodec.read(says)).as("read without a violation").isNotNull();
    for (Question question : IntakeForm.questions()) {
      assertThat(body().at(question.pointer()).isMissingNode()).as(question.name()).isFalse();
    }
  }

  private static String sample(Question question) {
    return switch (question.kind()) {
      case LINE, TEXT, NAME -> "Čvor <b>&";
      case PHONE -> "+381 (60) 123-45.67";
      case COUNTRY -> " rs ";
      case NUMBER -> "30";
      case RANGE -> question.name().equals("height") ? "130–140" : "9 – 11";
      case LOCAL_TIME -> "2026-11-28T23:30";
      case HOUR -> "17:00";
      case YES_NO -> "YES";
      case ONE_OF, SOME_OF -> question.codes().getFirst();
      case COUNTRIES -> "RS, GR";
      case LANGUAGES -> "sr, ar";
      case PHONES -> "064 123 4567, +30 210 123 4567";
    };
  }

  @Test
  void valuesAreWrittenAsTheApiAsks() {
    type("callerPhone", "00 381 60/123-4567");
    type("age", "9-11");
    type("seenAt", "2026-11-28T23:30");
    type("seenCountry", "rs");
    type("happened", "  first\r\nsecond  ");

    assertThat(at("/says/reporter/phone")).isEqualTo("+381601234567");
    assertThat(body().at("/newChildren/0/ageYears").toString()).isEqualTo("{\"from\":9,\"to\":11}");
    assertThat(at("/says/lastSeen/at")).isEqualTo(Instant.parse("2026-11-28T22:30:00Z").toString());
    assertThat(at("/says/lastSeen/zone")).isEqualTo("Europe/Belgrade");
    assertThat(at("/says/lastSeen/place/country")).isEqualTo("RS");
    assertThat(at("/says/circumstances/text")).isEqualTo("first\nsecond");
    assertThat(at("/says/circumstances/language")).isEqualTo("sr-Latn");
  }

  @Test
  void languagesAreTakenByTheirNamesOnThePageAndInEnglish() {
    type("languages", "srpski, Arabic; sq, Klingon");

    assertThat(body().at("/newChildren/0/languages").toString())
        .isEqualTo("[\"sr\",\"ar\",\"sq\",\"Klingon\"]");
  }

  @Test
  void numbersAndCountriesAreTakenAsPeopleSayThem() {
    type("callerPhone", "064 123 4567");
    type("seenCountry", "Srbija");
    type("towardsCountry", "greece");
    assertThat(at("/says/reporter/phone")).isEqualTo("+381641234567");
    assertThat(at("/says/lastSeen/place/country")).isEqualTo("RS");
    assertThat(at("/says/destinations/0/country")).isEqualTo("GR");

    type("callerPhone", "12");
    type("seenCountry", "Nowhere");
    assertThat(at("/says/reporter/phone")).isEqualTo("12");
    assertThat(at("/says/lastSeen/place/country")).isEqualTo("NOWHERE");
  }

  /** The API says what is wrong with it, and where. */
  @Test
  void whatHasAnotherFormIsSentAsItWasTyped() {
    type("age", "about nine");
    type("seenAt", "yesterday");
    type("seenWithin", "half an hour");

    assertThat(at("/newChildren/0/ageYears")).isEqualTo("about nine");
    assertThat(at("/says/lastSeen/at")).isEqualTo("yesterday");
    assertThat(at("/says/lastSeen/uncertaintyMinutes")).isEqualTo("half an hour");
  }

  @ParameterizedTest
  @CsvSource({"Strahinja, Latn", "Страхиња, Cyrl", "Κώστας, Grek", "محمد, Arab", "42 Ž, Latn"})
  void aNameIsInTheScriptOfItsLetters(String name, String script) {
    type("childName", name);

    assertThat(at("/newChildren/0/names/0/full")).isEqualTo(name);
    assertThat(at("/newChildren/0/names/0/script")).isEqualTo(script);
  }

  @Test
  void anAnswerStandsOnlyWhereThereIsNoValue() {
    type("answer.vehicle", "UNKNOWN");
    type("answer.names", "REFUSED");
    type("answer.lastSeen", "UNKNOWN");
    type("seenLocality", "Novi Sad");

    assertThat(at("/says/answers/vehicle")).isEqualTo("UNKNOWN");
    assertThat(at("/newChildren/0/answers/names")).isEqualTo("REFUSED");
    assertThat(body().at("/says/answers").has("lastSeen")).isFalse();
    assertThat(at("/says/lastSeen/place/locality")).isEqualTo("Novi Sad");
  }

  @Test
  void aQuestionOfYesAndNoHasItsOtherAnswersItself() {
    type("selfHarm", "REFUSED");
    assertThat(at("/newChildren/0/answers/selfHarmRisk")).isEqualTo("REFUSED");
    assertThat(body().at("/newChildren/0").has("selfHarmRisk")).isFalse();

    type("selfHarm", "NO");
    assertThat(body().at("/newChildren/0/selfHarmRisk").toString()).isEqualTo("false");
    assertThat(body().at("/newChildren/0").has("answers")).isFalse();

    type("selfHarm", "");
    assertThat(body().at("/newChildren/0").toString()).isEqualTo("{}");
  }

  @Test
  void dangerNowIsAHighRiskAndUnknownDangerIsSaidToBeUnknown() {
    assertThat(body().at("/says/risk").isMissingNode()).as("no danger states no risk").isTrue();

    type("danger", "YES");
    assertThat(at("/says/risk/level")).isEqualTo("HIGH");

    type("danger", "UNKNOWN");
    assertThat(body().at("/says/risk").isMissingNode()).isTrue();
    assertThat(at("/says/answers/risk")).isEqualTo("UNKNOWN");

    type("criteria", "VITAL_MEDICINE", "UNDER_13");
    assertThat(at("/says/risk/level")).as("one criterion is enough").isEqualTo("HIGH");
    assertThat(body().at("/says/risk/criteria").size()).isEqualTo(2);
    assertThat(body().at("/says/answers").has("risk")).isFalse();
  }

  @Test
  void urgencyIsTheRiskWhileNobodyKnowsOfADanger() {
    type("danger", "UNKNOWN");
    type("urgency", "MEDIUM");
    assertThat(at("/says/risk/level")).isEqualTo("MEDIUM");
    assertThat(body().at("/says/answers").has("risk")).isFalse();

    type("danger", "NO");
    type("urgency", "UNKNOWN");
    assertThat(body().at("/says/risk").isMissingNode()).isTrue();
    assertThat(at("/says/answers/risk")).isEqualTo("UNKNOWN");

    type("danger", "YES");
    type("urgency", "LOW");
    assertThat(at("/says/risk/level")).as("danger comes first").isEqualTo("HIGH");
  }

  @Test
  void safeHoursAreThoseOfTheHotlinesClocks() {
    type("callFrom", "17:00");
    type("callTo", "20:30");

    assertThat(body().at("/says/reporter/callBetween").toString())
        .isEqualTo("{\"from\":\"17:00\",\"to\":\"20:30\",\"zone\":\"Europe/Belgrade\"}");
  }

  @Test
  void anExerciseStaysOne() {
    type("exercise", "true");

    assertThat(body().path("exercise").asBoolean()).isTrue();
  }

  @Test
  void wordsAloneAboutClothesAreAGarmentThatTheListHasNot() {
    type("garmentLooks", "red, with a star");
    assertThat(at("/newChildren/0/clothing/0/garment")).isEqualTo("OTHER");
    assertThat(at("/newChildren/0/clothing/0/description/text")).isEqualTo("red, with a star");

    type("garment", "JACKET");
    assertThat(at("/newChildren/0/clothing/0/garment")).isEqualTo("JACKET");
    assertThat(body().at("/newChildren/0/clothing").size()).isEqualTo(1);
  }

  @Test
  void eachGarmentIsOneAndNoneStandsBetweenThem() {
    type("garment", "JACKET");
    type("garmentColour", "RED");
    type("garment-3", "SHOES");
    type("garmentLooks-4", "a black bag");

    var clothing = body().at("/newChildren/0/clothing");
    assertThat(clothing.valueStream().map(worn -> worn.path("garment").asString("")))
        .containsExactly("JACKET", "SHOES", "OTHER");
    assertThat(clothing.at("/2/description/text").asString("")).isEqualTo("a black bag");
    assertThat(written().garments()).as("their places in the form").containsExactly(0, 2, 3);
  }

  @Test
  void numbersOfTheChildAreWrittenAsTheyAreDialled() {
    type("childPhones", "064 123 4567; 00 30 210 123 4567");

    assertThat(body().at("/newChildren/0/phones").toString())
        .isEqualTo("[\"+381641234567\",\"+302101234567\"]");
  }

  @Test
  void namesOfFieldsAreUsedOnce() {
    assertThat(IntakeForm.questions()).extracting(Question::name).doesNotHaveDuplicates();
    assertThat(IntakeForm.questions()).extracting(Question::pointer).doesNotHaveDuplicates();
  }
}
