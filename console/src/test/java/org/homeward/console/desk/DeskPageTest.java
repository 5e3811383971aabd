package org.homeward.console.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.homeward.console.pages.HostileTexts;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.homeward.console.work.TaskLine;
import org.homeward.schema.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeskPageTest {

  private final RenderedPages pages = new RenderedPages();

  private static DeskPage page(String text, String standing) {
    var line =
        new DeskLine(
            "d6c8b734-aa8c-4069-a7be-1bb6c07374ad",
            "RS-D6C8B7",
            text,
            text,
            "HIGH",
            "AT_RISK",
            true,
            text,
            text,
            text,
            "03:40");
    var draft = new DraftLine("d6c8b734-aa8c-4069-a7be-1bb6c07374ad", text, text, true, true);
    return new DeskPage(
        standing,
        "RISK",
        "",
        List.of(task(text)),
        List.of(line),
        List.of(draft),
        List.of(line),
        "",
        true);
  }

  private static TaskLine task(String text) {
    String id = "d6c8b734-aa8c-4069-a7be-1bb6c07374ad";
    return new TaskLine(
        id,
        id,
        "RS-D6C8B7",
        text,
        text,
        text,
        true,
        text,
        true,
        true,
        true,
        List.of("DONE"),
        "/x",
        "/y",
        "key");
  }

  @ParameterizedTest
  @EnumSource(names = {"SERBIAN", "ENGLISH"})
  void hostileNamesAreNeverMarkup(Language language) {
    var plain = HostileTexts.tags(pages.of(language, "desk/desk.jte", page("x", "OPEN")));
    for (String text : HostileTexts.all()) {
      assertThat(HostileTexts.tags(pages.of(language, "desk/desk.jte", page(text, "OPEN"))))
          .as(text)
          .isEqualTo(plain);
    }
  }

  @Test
  void aLineHasTheReportedPlaceAndUnderItWhatATipSaysOfALaterTime() {
    var found =
        Json.mapper()
            .readTree(
                """
                {"id": "d6c8b734-aa8c-4069-a7be-1bb6c07374ad", "standing": "OPEN", "tasks": [],
                 "facts": {"lastSeen": {"at": "2026-11-28T22:40:00Z",
                   "place": {"locality": "Novi Sad"}}},
                 "seenSince": {"at": "2026-11-29T02:20:00Z", "place": {"text": "bus station"},
                   "source": "B", "information": "PROBABLE"}}
                """);

    DeskLine line = new DeskLines(pages.words(Language.ENGLISH), "rs", RenderedPages.NOW).of(found);

    assertThat(line.seen()).isEqualTo("Novi Sad, 4 hours ago");
    assertThat(line.seenSince()).isEqualTo("A caller says: bus station, 20 minutes ago (B2)");
  }

  @Test
  void theKindIsAWordOfTheLineAndAChoiceOfTheList() {
    String html = pages.of(Language.ENGLISH, "desk/desk.jte", page("x", "OPEN"));

    assertThat(html)
        .contains("hw-tag--at_risk", "At risk, not missing")
        .contains("href=\"/desk?standing=OPEN&amp;order=RISK&amp;kind=UNIDENTIFIED\"");
  }

  @Test
  void aFrozenSearchStandsOnTheDeskThatHasNoOtherCase() {
    var page = page("x", "OPEN");
    var quiet =
        new DeskPage("OPEN", "RISK", "", List.of(), page.cases(), List.of(), List.of(), "", true);

    assertThat(pages.of(Language.ENGLISH, "desk/desk.jte", quiet))
        .contains("the search goes on", "/cases/" + page.cases().getFirst().id())
        .contains("No other case is open")
        .doesNotContain("No case is open");
  }

  @ParameterizedTest
  @CsvSource({"OPEN", "FROZEN", "ENDED"})
  void anEmptyListSaysWhatItMeans(String standing) {
    var empty =
        new DeskPage(standing, "RISK", "", List.of(), List.of(), List.of(), List.of(), "", true);
    for (Language language : Language.ready()) {
      assertThat(pages.of(language, "desk/desk.jte", empty))
          .contains(pages.words(language).say("desk.empty." + standing));
    }
  }
}
