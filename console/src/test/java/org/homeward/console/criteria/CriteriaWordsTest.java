package org.homeward.console.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.homeward.schema.json.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What is unmet is named with why, in every language. */
class CriteriaWordsTest {

  private static final String CRITERIA =
      """
      {"rule": {"country": "RS", "name": "Pronađi me", "version": 1, "source": "Ministry",
        "dated": "2023", "asks": [], "longest": "PT48H",
        "says": {"en": {"orders": "o-en", "rhythm": "r", "extension": "x", "ends": "e"},
          "sr-Latn": {"orders": "o-sr-Latn", "rhythm": "r", "extension": "x", "ends": "e"},
          "sr-Cyrl": {"orders": "o-sr-Cyrl", "rhythm": "r", "extension": "x", "ends": "e"},
          "el": {"orders": "o-el", "rhythm": "r", "extension": "x", "ends": "e"}}},
       "groups": [[{"of": "MINOR", "below": 18, "state": "MET", "why": "YOUNGER"}],
         [{"of": "DANGER_TO_LIFE", "state": "UNMET", "why": "RISK_IS_LOWER"},
          {"of": "ABDUCTION", "state": "UNKNOWN", "why": "CATEGORY_UNKNOWN"}]]}
      """;

  private final RenderedPages pages = new RenderedPages();

  @ParameterizedTest
  @EnumSource
  void eachConditionIsNamedWithItsReason(Language language) {
    var words = pages.words(language);
    JsonNode read = Json.mapper().readTree(CRITERIA);

    Criteria criteria = new CriteriaWords(words).of(read);

    assertThat(criteria.groups()).hasSize(2);
    Criteria.Line danger = criteria.groups().get(1).getFirst();
    assertThat(danger.says()).isEqualTo(words.say("alert.criteria.state.UNMET"));
    assertThat(danger.why()).isEqualTo(words.say("alert.criteria.why.RISK_IS_LOWER"));
    assertThat(criteria.groups().getFirst().getFirst().condition()).contains("18");
    assertThat(criteria.rule().getFirst().value()).isEqualTo("o-" + language.tag());
    assertThat(criteria.rule().get(1).value()).contains("48");
    assertThat(new CriteriaWords(words).of(read.path("none")).isOnFile()).isFalse();
  }
}
