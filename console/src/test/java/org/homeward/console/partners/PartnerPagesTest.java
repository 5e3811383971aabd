package org.homeward.console.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Map;
import org.homeward.console.facts.Fact;
import org.homeward.console.pages.HostileTexts;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.homeward.schema.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class PartnerPagesTest {

  private final RenderedPages pages = new RenderedPages();

  static List<Language> languages() {
    return Language.ready();
  }

  private static JsonNode registry(String text) {
    return Json.mapper()
        .readTree(
            """
            {"registry": {"version": 1, "expires": "2027-11-29T02:40:00Z", "expired": false},
             "partners": [
               {"node": "gr", "organisation": %1$s, "country": "GR", "exercise": true,
                "contacts": [{"what": "phone", "value": %1$s}], "grounds": [],
                "transfer": {"allowed": false, "missing": ["STANDARD_CLAUSES", "VITAL_INTEREST"]},
                "keys": [
                  {"use": "SIG", "from": "2026-01-01T00:00:00Z", "until": "2027-01-01T00:00:00Z"},
                  {"use": "ENC", "from": "2026-01-01T00:00:00Z", "until": "2026-12-09T00:00:00Z"}
                ],
                "heardAt": "2026-11-29T02:20:00Z"}
             ]}
            """
                .formatted(Json.mapper().writeValueAsString(text)));
  }

  private List<PartnerLine> lines(Language language, String text) {
    return new PartnerLines(pages.words(language), RenderedPages.NOW).of(registry(text));
  }

  @Test
  void aPartnerHasTheFirstEndOfItsKeysAndWhenItWasHeardOf() {
    PartnerLine greece = lines(Language.ENGLISH, "Hotline gr").getFirst();

    assertThat(greece.country()).isEqualTo("Greece");
    assertThat(greece.border()).isEqualTo("Content needs a ground.");
    assertThat(greece.facts())
        .extracting(Fact::label, Fact::value)
        .contains(
            tuple("Keys end", "in 9 days · 9 Dec, 01:00"),
            tuple("Last answer to us", "none known"));
  }

  @Test
  void onlyTheOfficerPutsClausesOnFile() {
    for (boolean keeps : List.of(true, false)) {
      var page = new PartnersPage(true, "", false, keeps, lines(Language.ENGLISH, "Hotline gr"));
      String html = pages.of(Language.ENGLISH, "partners/partners.jte", page);

      assertThat(html.contains("/handovers/partners/gr/clauses")).isEqualTo(keeps);
      assertThat(html).contains("There is no registry", "restored from an earlier copy");
    }
  }

  private String all(Language language, String text) {
    var partners = new PartnersPage(false, "in a year", false, true, lines(language, text));
    var clauses = new ClausesPage("gr", text, text, "key", Map.of("", text, "reference", text));
    return pages.of(language, "partners/partners.jte", partners)
        + pages.of(language, "partners/clauses.jte", clauses);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void hostileNamesAreNeverMarkup(Language language) {
    List<String> plain = HostileTexts.tags(all(language, "x"));
    for (String text : HostileTexts.all()) {
      assertThat(HostileTexts.tags(all(language, text))).as(text).isEqualTo(plain);
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void aRestoredNodeIsOpenedByTwo(Language language) {
    var words = pages.words(language);
    var first = new OpeningPage(true, "yesterday", false, false, true, "key", "");
    var mine = new OpeningPage(true, "yesterday", true, true, true, "key", "");
    var second = new OpeningPage(true, "yesterday", true, false, true, "key", "");

    assertThat(pages.of(language, "partners/opening.jte", first))
        .contains(words.say("opening.effect"));
    assertThat(pages.of(language, "partners/opening.jte", mine))
        .doesNotContain("<button class=\"govuk-button\"");
    assertThat(pages.of(language, "partners/opening.jte", second))
        .contains(words.say("opening.effect.second"));
  }
}
