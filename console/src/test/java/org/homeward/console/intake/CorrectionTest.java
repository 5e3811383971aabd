package org.homeward.console.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.console.intake.Correction.Stated;
import org.homeward.console.pages.Language;
import org.homeward.schema.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class CorrectionTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Belgrade");
  private static final JsonNode NOTHING = JsonNodeFactory.instance.missingNode();
  private static final String CHILD = "1c0e893c-3a1e-4ef1-93e1-d352a11e274f";

  private static Stated stated(String json) {
    return new Stated(Json.mapper().readTree(json), "");
  }

  private static Correction of(String field, Stated was) {
    QuestionGroup group = CorrectionForm.about(field, was.value().size()).orElseThrow();
    return new Correction(group, was, ZONE, "RS");
  }

  private static Typed with(Typed shown, QuestionGroup group, Map<String, String> other) {
    Map<String, List<String>> fields = new HashMap<>();
    group.questions().forEach(question -> fields.put(question.name(), shown.all(question.name())));
    fields.put(group.answerField(), shown.all(group.answerField()));
    other.forEach((name, value) -> fields.put(name, List.of(value)));
    return new Typed(fields);
  }

  /** The merge patch of a form in which these fields were changed. */
  private static String patch(String field, Stated was, Map<String, String> other) {
    Correction correction = of(field, was);
    QuestionGroup group = CorrectionForm.about(field, was.value().size()).orElseThrow();
    Typed typed = with(correction.shown(), group, other);
    return correction
        .patch(correction.after(typed, Language.ENGLISH), group.isOfChild() ? CHILD : "")
        .toString();
  }

  @Test
  void whatIsNotTouchedIsNotInThePatch() {
    Stated was =
        stated(
            """
            {"at": "2026-11-29T01:40:17Z", "zone": "Europe/Athens",
             "place": {"locality": "Novi Sad", "country": "RS"}}""");

    assertThat(patch("lastSeen", was, Map.of("seenLocality", "Niš")))
        .isEqualTo("{\"lastSeen\":{\"place\":{\"locality\":\"Niš\"}}}");
    assertThat(patch("lastSeen", was, Map.of())).isEqualTo("{}");
  }

  @Test
  void aTimeIsOfTheClockOfWhoeverTypesIt() {
    Stated was = stated("{\"at\": \"2026-11-29T01:40:17Z\", \"zone\": \"Europe/Athens\"}");

    assertThat(patch("lastSeen", was, Map.of("seenAt", "2026-11-29T03:00")))
        .isEqualTo("{\"lastSeen\":{\"at\":\"2026-11-29T02:00:00Z\",\"zone\":\"Europe/Belgrade\"}}");
    assertThat(patch("lastSeen", was, Map.of("seenAt", ""))).isEqualTo("{\"lastSeen\":null}");
  }

  /** A point of the old place would send police there. */
  @Test
  void otherWordsForAPlaceTakeItsPointAway() {
    Stated was =
        stated(
            """
            {"place": {"text": "the park", "region": "RS-06", "latitude": 44.8,
             "longitude": 20.4}}""");

    JsonNode place =
        Json.mapper()
            .readTree(patch("lastSeen", was, Map.of("seenWhere", "the station")))
            .at("/lastSeen/place");

    assertThat(place.path("text").asString("")).isEqualTo("the station");
    assertThat(List.of("region", "latitude", "longitude"))
        .allMatch(name -> place.path(name).isNull());
  }

  @Test
  void itemsOfAListAreChangedAddedAndTakenOutBesideTheOthers() {
    Stated was =
        stated(
            """
            [{"relation": "PARENT", "name": {"full": "A", "script": "Latn", "kind": "MAIDEN"}},
             {"relation": "STRANGER"}]""");

    assertThat(patch("companions", was, Map.of("companionName", "B")))
        .isEqualTo(
            """
            {"companions":[{"relation":"PARENT",\
            "name":{"full":"B","script":"Latn","kind":"MAIDEN"}},{"relation":"STRANGER"}]}""");
    assertThat(patch("companions", was, Map.of("companion-2", "")))
        .doesNotContain("STRANGER")
        .contains("MAIDEN");
    assertThat(patch("companions", was, Map.of("companion-3", "RELATIVE")))
        .contains("STRANGER", "\"RELATIVE\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UNKNOWN | {"children":{"CHILD":{"hair":null,"answers":{"hair":"UNKNOWN"}}}}
          ''      | {"children":{"CHILD":{"hair":null}}}
          """)
  void notKnownAndNotAskedAreAnswers(String answer, String patch) {
    Map<String, String> other = new HashMap<>(Map.of("answer.hair", answer));
    if (answer.isEmpty()) {
      other.put("hair", "");
    }

    assertThat(patch("hair", stated("\"BROWN\""), other)).isEqualTo(patch.replace("CHILD", CHILD));
  }

  @Test
  void aValueReplacesThatItWasNotKnown() {
    assertThat(patch("hair", new Stated(NOTHING, "UNKNOWN"), Map.of("hair", "RED")))
        .isEqualTo(
            "{\"children\":{\"" + CHILD + "\":{\"hair\":\"RED\",\"answers\":{\"hair\":null}}}}");
  }

  @Test
  void bothAnAnswerAndNoneIsRefused() {
    Correction correction = of("hair", stated("\"BROWN\""));

    assertThat(correction.isBoth(typed("hair", "RED", "answer.hair", "UNKNOWN"))).isTrue();
    assertThat(correction.isBoth(typed("hair", "BROWN", "answer.hair", "UNKNOWN"))).isFalse();
  }

  private static Typed typed(String one, String value, String other, String answer) {
    return new Typed(Map.of(one, List.of(value), other, List.of(answer)));
  }

  @Test
  void yesBecomesNotKnownInOneControl() {
    assertThat(patch("selfHarmRisk", stated("true"), Map.of("selfHarm", "UNKNOWN")))
        .contains("\"selfHarmRisk\":null", "\"answers\":{\"selfHarmRisk\":\"UNKNOWN\"}");
  }

  /** Whoever reads only the further report reads all of the fact. */
  @Test
  void aFurtherReportStatesAllOfTheFact() {
    Stated was = stated("{\"plate\": \"BG-1\", \"make\": \"Zastava\"}");
    Correction correction = of("vehicle", was);
    QuestionGroup group = CorrectionForm.about("vehicle", 0).orElseThrow();
    Typed typed = with(correction.shown(), group, Map.of("plate", "BG-2"));

    assertThat(correction.statement(correction.after(typed, Language.ENGLISH), "").toString())
        .isEqualTo("{\"vehicle\":{\"plate\":\"BG-2\",\"make\":\"Zastava\"}}");
  }

  @Test
  void numbersOfOneFieldAreSeparate() {
    assertThat(
            patch(
                "phones",
                stated("[\"+381601234567\"]"),
                Map.of("childPhones", "+381 60 123 4567, 0030 210 1234567")))
        .contains("[\"+381601234567\",\"+302101234567\"]");
  }
}
