package org.homeward.console.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.homeward.console.pages.Words;
import org.homeward.schema.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Two calls that nobody has filed are told apart in a list. */
class DraftWordsTest {

  private final Words english = new RenderedPages().words(Language.ENGLISH);

  private static JsonNode draft(String more) {
    return Json.mapper()
        .readTree(
            """
            {"draft": "d", "openedBy": "p-1", "openedAt": "2026-11-29T02:10:00Z",
             "savedBy": "p-1", "savedAt": "2026-11-29T02:35:00Z"%s}"""
                .formatted(more));
  }

  private String name(String more) {
    return DraftWords.name(english, draft(more), RenderedPages.NOW);
  }

  @Test
  void theNameOfTheChildComesFirstThenHowAndWhenItBegan() {
    String begun = english.clock(Instant.parse("2026-11-29T02:10:00Z"));

    assertThat(name(", \"channel\": \"PHONE\", \"childName\": \"Milica\""))
        .isEqualTo("Milica · Telephone, begun " + begun);
    assertThat(name(", \"channel\": \"PHONE\"")).isEqualTo("Telephone, begun " + begun);
    assertThat(name("")).isEqualTo("A call, begun " + begun);
  }

  @Test
  void whoTookItAndWhoSavedItLastStandBesideIt() {
    assertThat(DraftWords.people(english, draft(""), "p-1", RenderedPages.NOW))
        .startsWith("taken by you, saved ");
    JsonNode other = draft(", \"x\": 1");
    ((ObjectNode) other).put("savedBy", "p-2");
    assertThat(DraftWords.people(english, other, "p-1", RenderedPages.NOW))
        .startsWith("taken by you; saved by a colleague, ");
  }
}
