package org.homeward.console.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.console.pages.HostileTexts;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.homeward.schema.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A case shows what a tip says of a later time beside the reported place, as whose word it is. */
class SeenSinceTest {

  private final RenderedPages pages = new RenderedPages();
  private final CaseSamples samples = new CaseSamples(pages);

  private static ObjectNode found(String place) {
    var found = (ObjectNode) CaseSamples.found("Mila", CaseSamples.RELEASED);
    JsonNode seen =
        Json.mapper()
            .readTree(
                """
                {"at": "2026-11-29T02:20:00Z", "uncertaintyMinutes": 15, "place": {"text": %s},
                 "source": "B", "information": "PROBABLE", "report": "%s", "channel": "PHONE"}
                """
                    .formatted(Json.mapper().writeValueAsString(place), CaseSamples.REPORT));
    return found.set("seenSince", seen);
  }

  private String html(JsonNode found, String role) {
    return pages.of(
        Language.ENGLISH, "cases/case.jte", samples.story(Language.ENGLISH, role).of(found, ""));
  }

  @Test
  void bothPlacesStandInTheHeadAndTheLaterOneIsACallersWord() {
    String html = html(found("bus station"), "operator");
    String head = html.substring(html.indexOf("hw-case-head"), html.indexOf("hw-side"));

    assertThat(head)
        .contains("Last seen", "Novi Sad")
        .contains("Seen since, a caller says", "bus station", "give or take 15 minutes")
        .contains("Grade B2. The person: usually reliable. What was said: probably true.");
    assertThat(html(CaseSamples.found("Mila", CaseSamples.RELEASED), "operator"))
        .doesNotContain("Seen since");
  }

  @Test
  void aTipOfASearchThatIsOverIsNoNews() {
    assertThat(html(found("bus station").put("standing", "ENDED"), "operator"))
        .doesNotContain("Seen since");
  }

  @Test
  void hostilePlacesAreNeverMarkup() {
    var plain = HostileTexts.tags(html(found("x"), "operator"));
    for (String text : HostileTexts.all()) {
      assertThat(HostileTexts.tags(html(found(text), "operator"))).as(text).isEqualTo(plain);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "operator, OPEN, true",
    "confidant, OPEN, true",
    "operator, ENDED, false",
    "dpo, OPEN, false"
  })
  void whoeverTakesReportsWritesASightingDownFromTheCase(
      String role, String standing, boolean writes) {
    String html = html(found("x").put("standing", standing), role);

    assertThat(html.contains("/cases/" + CaseSamples.ID + "/sighting")).isEqualTo(writes);
  }
}
