package org.homeward.console.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.RenderedPages;
import org.homeward.schema.json.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class CaseAlertsTest {

  private static final String ID = "d6c8b734-aa8c-4069-a7be-1bb6c07374ad";
  private final RenderedPages pages = new RenderedPages();

  @ParameterizedTest
  @CsvSource({
    "supervisor, OPEN,   MISSING, true",
    "supervisor, FROZEN, MISSING, true",
    "supervisor, ENDED,  MISSING, false",
    "supervisor, OPEN,   AT_RISK, false",
    "operator,   OPEN,   MISSING, false"
  })
  void alertsOfTheCaseAreLinkedAndASupervisorDraftsOne(
      String role, String standing, String kind, boolean drafts) {
    String html = pages.of(Language.ENGLISH, "cases/case.jte", page(role, standing, kind));

    assertThat(html).contains("href=\"/alerts/" + ID + "\"", ">Going out<");
    assertThat(html.contains("/alerts/new?case=" + ID)).isEqualTo(drafts);
  }

  private CasePage page(String role, String standing, String kind) {
    JsonNode found =
        Json.mapper()
            .readTree(
                """
                {"id": "%s", "home": "rs", "standing": "%s", "kind": "%s", "children": {}, "facts": {}}
                """
                    .formatted(ID, standing, kind));
    JsonNode alert =
        Json.mapper()
            .readTree(
                """
                {"alert": "%s", "case": "%s", "status": "ACTIVE", "exercise": false}
                """
                    .formatted(ID, ID));
    var reader = new Person("Ana", "p-1001", List.of(role), "");
    return new CaseStory(pages.words(Language.ENGLISH), "rs", reader, RenderedPages.NOW, Map.of())
        .of(found, List.of(alert), "", "", "");
  }
}
