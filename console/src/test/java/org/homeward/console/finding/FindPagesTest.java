package org.homeward.console.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.homeward.console.desk.DeskLines;
import org.homeward.console.login.SignedIn;
import org.homeward.console.pages.HostileTexts;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.homeward.schema.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindPagesTest {

  private static final String FIND = "finding/find.jte";
  private static final String ID = "d6c8b734-aa8c-4069-a7be-1bb6c07374ad";

  private final RenderedPages pages = new RenderedPages();
  private final SignedIn ana = new SignedIn("p-1001");

  @AfterEach
  void stop() {
    ana.close();
  }

  private FindPage.Hit hit(Language language, String text) {
    var found =
        Json.mapper()
            .createObjectNode()
            .put("id", ID)
            .put("exercise", false)
            .put("openedAt", "2026-11-29T02:10:00Z");
    found
        .putObject("facts")
        .putObject("children")
        .putObject(ID)
        .putArray("names")
        .addObject()
        .put("full", text)
        .put("script", "Latn");
    var lines = new DeskLines(pages.words(language), "rs", RenderedPages.NOW);
    return new FindPage.Hit(lines.of(found), text);
  }

  private FindPage found(Language language, String text) {
    return new FindPage(text, ID, text, true, List.of(hit(language, text)), true, text);
  }

  @ParameterizedTest
  @EnumSource
  void hostileTextsAreNeverMarkup(Language language) {
    var page = HostileTexts.tags(pages.of(language, FIND, found(language, "x")));
    for (String text : HostileTexts.all()) {
      assertThat(HostileTexts.tags(pages.of(language, FIND, found(language, text))))
          .as(text)
          .isEqualTo(page);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoeverFindsNothingReadsWhatToDo(Language language) {
    var nothing = new FindPage("Una", "", "", true, List.of(), false, "");

    String html = pages.of(language, FIND, nothing);

    assertThat(html)
        .contains(pages.words(language).say("find.none"), pages.words(language).say("find.others"))
        .contains("href=\"/intake\"", "value=\"Una\"");
    assertThat(html.split("class=\"govuk-button\"", -1)).as("one primary button").hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void aSearchForACallStaysOneHoweverOftenItIsMade(Language language) {
    var begun = FindPage.beforeAnything(ID);
    var again = FindPage.again("x", ID, "wrong");

    for (FindPage page : List.of(begun, again, found(language, "x"))) {
      assertThat(pages.of(language, FIND, page))
          .contains("name=\"call\" value=\"" + ID + "\"", "href=\"/calls/" + ID + "\"");
    }
    assertThat(pages.of(language, FIND, FindPage.beforeAnything(""))).doesNotContain("/calls/");
  }

  @Test
  void whatWasTypedStandsInNoAddress() {
    String html = pages.of(Language.ENGLISH, FIND, found(Language.ENGLISH, "Kestenari"));

    assertThat(html).contains("/cases/" + ID, "RS-D6C8B7");
    assertThat(html.split("href=\"[^\"]*Kestenari", -1)).hasSize(1);
    assertThat(html).contains("method=\"post\" action=\"/find\"");
  }

  @Test
  void everyPageOfTheTeamHasTheField() {
    String html = pages.of(Language.ENGLISH, FIND, FindPage.beforeAnything(""));

    assertThat(html).contains("class=\"hw-top__find\"", "name=\"words\"", "role=\"search\"");
  }
}
