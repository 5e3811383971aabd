package org.homeward.console.police;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.homeward.console.facts.Fact;
import org.homeward.console.pages.HostileTexts;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.JsonNodeFactory;

class PolicePagesTest {

  private final RenderedPages pages = new RenderedPages();

  private static ItemPage item(String text) {
    return item(text, "ACTIVE", "NONE");
  }

  private static ItemPage item(String text, String status, String says) {
    return item(text, status, says, true);
  }

  private static ItemPage item(String text, String status, String says, boolean original) {
    return new ItemPage(
        "d6c8b734-aa8c-4069-a7be-1bb6c07374ad",
        text,
        "RS-7KQ2",
        status,
        true,
        "03:40",
        text,
        text,
        status.equals("ENDED") ? text : "",
        text,
        List.of(new Fact("names", text, text, false)),
        List.of(text),
        List.of(text),
        List.of(text),
        "116 000",
        new ItemPage.DeskAnswer(says, "03:41", "", "", "key-of-form"),
        List.of(new ItemPage.Photo("/police/d6c8b734/photos/7a6b5c4d", List.of(text), original)));
  }

  private static PolicePage live(String text) {
    var line =
        new PolicePage.Line(
            "d6c8b734-aa8c-4069-a7be-1bb6c07374ad",
            text,
            "RS-7KQ2",
            "ACTIVE",
            true,
            "03:40",
            "NONE");
    return new PolicePage("pu-beograd", true, List.of(line), "", true);
  }

  @ParameterizedTest
  @EnumSource(names = {"SERBIAN", "ENGLISH"})
  void hostileFactsAreNeverMarkup(Language language) {
    var item = HostileTexts.tags(pages.of(language, "police/item.jte", item("x")));
    var live = HostileTexts.tags(pages.of(language, "police/live.jte", live("x")));
    for (String text : HostileTexts.all()) {
      assertThat(HostileTexts.tags(pages.of(language, "police/item.jte", item(text))))
          .isEqualTo(item);
      assertThat(HostileTexts.tags(pages.of(language, "police/live.jte", live(text))))
          .isEqualTo(live);
    }
  }

  /** The title of a browser's window is seen by whoever passes. */
  @Test
  void theWindowsTitleCarriesNoName() {
    assertThat(pages.of(Language.ENGLISH, "police/item.jte", item("Strahinja")))
        .contains("<title>RS-7KQ2 – Homeward rs</title>");
  }

  @Test
  void warningsStandUnderTheTitleBeforeAnythingElse() {
    String html = pages.of(Language.ENGLISH, "police/item.jte", item("has a weapon"));

    assertThat(html.indexOf("hw-warnings"))
        .isGreaterThan(html.indexOf("<h1>"))
        .isLessThan(html.indexOf("<dl"));
  }

  @Test
  void aPhotoWithoutItsOriginalSaysSo() {
    String told = pages.of(Language.ENGLISH, "police/told.jte", item("x"));
    String without =
        pages.of(Language.ENGLISH, "police/told.jte", item("x", "ACTIVE", "NONE", false));

    assertThat(told).contains("/original\"").doesNotContain("does not have the file");
    assertThat(without)
        .contains("The hotline does not have the file as it came.")
        .doesNotContain("/original\"");
  }

  @Test
  void aDeskIsAskedWhatItDoesAsLongAsTheSearchGoesOn() {
    String asked = pages.of(Language.ENGLISH, "police/item.jte", item("x"));
    String said = pages.of(Language.ENGLISH, "police/item.jte", item("x", "ACTIVE", "ACTING"));
    String over = pages.of(Language.ENGLISH, "police/item.jte", item("x", "ENDED", "NONE"));

    assertThat(asked)
        .contains("/acknowledge", "We are acting", "key-of-form", "The hotline sees")
        .doesNotContain("Your desk said so");
    assertThat(said).contains("Your desk said so: 03:41", ">Acting<");
    assertThat(over).doesNotContain("/acknowledge");
  }

  @Test
  void anOpenItemRefreshesItselfButNotTheFormThatADeskFills() {
    String open = pages.of(Language.ENGLISH, "police/item.jte", item("x"));
    String over = pages.of(Language.ENGLISH, "police/item.jte", item("x", "ENDED", "NONE"));
    String told = pages.of(Language.ENGLISH, "police/told.jte", item("x"));

    assertThat(open).contains("hw-refresh", "hx-get=\"/police/d6c8b734-", "/told\"");
    assertThat(told).contains("hw-facts").doesNotContain("<form", "<html");
    assertThat(over).doesNotContain("hx-get=\"/police/");
  }

  @ParameterizedTest
  @CsvSource({
    "ENDED, OTHER, true",
    "ENDED, UNRESOLVED, true",
    "ENDED, A_NEWER_CODE, true",
    "ENDED, FOUND_SAFE, false",
    "ENDED, UNFOUNDED, false",
    "WITHDRAWN, '', true",
    "TOMBSTONE, '', false",
    "ACTIVE, '', false"
  })
  void onlyAnEndThatNamesOneLooksLikeTheEndOfASearch(
      String status, String outcome, boolean missing) {
    var item = JsonNodeFactory.instance.objectNode().put("status", status).put("reference", "R-1");
    item.put("outcome", outcome).put("title", "ended · R-1");

    assertThat(ItemEnd.mayBeMissing(item)).isEqualTo(missing);
    for (Language language : Language.ready()) {
      assertThat(ItemEnd.untold(pages.words(language), item))
          .contains("R-1")
          .isNotEqualTo("ended · R-1");
    }
  }

  @ParameterizedTest
  @CsvSource({"TAKEN_BACK, true", "ERASED, true", "SEARCH_ENDED, false", "A_NEWER_CODE, false"})
  void aReportThatWasTakenBackIsNoFindWhateverItsOutcome(String reason, boolean missing) {
    var item = JsonNodeFactory.instance.objectNode().put("status", "ENDED").put("reference", "R-1");
    item.put("outcome", "FOUND_SAFE")
        .putObject("end")
        .put("reason", reason)
        .put("origin", "PARTNER");

    assertThat(ItemEnd.mayBeMissing(item)).isEqualTo(missing);
    for (Language language : Language.ready()) {
      assertThat(ItemEnd.untold(pages.words(language), item)).contains("R-1");
    }
  }

  @Test
  void whatIsTakenBackSaysThatTheChildMayStillBeMissingAndWhomToAsk() {
    for (Language language : Language.ready()) {
      var words = pages.words(language);
      assertThat(pages.of(language, "police/item.jte", item("x", "ENDED", "NONE")))
          .contains(words.say("police.missing"), words.say("police.phone", "116 000"));
    }
  }

  @Test
  void whoReadThatAChildIsNotMissingReadsThatItIsMissingNowAndSinceWhen() {
    Instant now = Instant.parse("2026-03-01T14:00:00Z");
    var item = JsonNodeFactory.instance.objectNode().put("kind", "AT_RISK");
    item.putObject("facts").putObject("children").putObject("c").put("sex", "MALE");
    var change = item.putArray("changed").addObject().put("at", "2026-03-01T12:00:00Z");
    change.putArray("what").add("/kind");
    var words = pages.words(Language.ENGLISH);
    assertThat(PoliceController.title(words, item)).doesNotContain("Now missing");
    assertThat(PoliceController.about(words, item, now)).first().asString().contains("not missing");

    item.remove("kind");

    for (Language language : Language.ready()) {
      var their = pages.words(language);
      assertThat(PoliceController.title(their, item)).startsWith(their.say("police.now.missing"));
      assertThat(PoliceController.about(their, item, now))
          .containsExactly(
              their.say(
                  "police.missing.since", their.when(Instant.parse("2026-03-01T12:00:00Z"), now)));
    }
    change.putArray("what").add("/risk");
    assertThat(PoliceController.about(words, item, now)).isEmpty();
  }

  @Test
  void theListSaysWhatTheDeskHasAnswered() {
    assertThat(pages.of(Language.ENGLISH, "police/live.jte", live("x")))
        .contains(">Not answered<", "/police/reader");
  }

  @Test
  void aReaderIsConnectedWithAddressUserAndKey() {
    var known = new ReaderPage(true, "pu-beograd", "http://127.0.0.1:8080/api/v1/feeds/police");
    var unknown = new ReaderPage(false, "", "");

    assertThat(pages.of(Language.ENGLISH, "police/reader.jte", known))
        .contains("http://127.0.0.1:8080/api/v1/feeds/police", "pu-beograd", "Cancel");
    assertThat(pages.of(Language.ENGLISH, "police/reader.jte", unknown))
        .contains("Ask the hotline");
  }

  @Test
  void whoIsStillMissingComesFirstAndNothingIsLost() {
    var items = JsonNodeFactory.instance.arrayNode();
    for (int n = 300; n > 100; n--) {
      items.addObject().put("n", n).put("status", n == 150 ? "ACTIVE" : "ENDED");
    }
    var feed = JsonNodeFactory.instance.objectNode().put("head", "abcd1234.300");
    feed.set("items", items);

    assertThat(PoliceController.activeFirst(items))
        .hasSize(200)
        .extracting(item -> item.path("n").asInt(0))
        .startsWith(150, 300, 299);
    assertThat(PoliceController.older(feed)).isEqualTo("abcd1234.101");
    items.remove(0);
    assertThat(PoliceController.older(feed)).as("not full, so the last").isEmpty();
  }

  @Test
  void olderItemsAreAPageOfTheirOwnThatDoesNotRefreshItself() {
    var line = live("x").items();
    var newest = new PolicePage("pu-beograd", true, line, "abcd1234.101", true);
    var older = new PolicePage("pu-beograd", true, line, "", false);

    assertThat(pages.of(Language.ENGLISH, "police/live.jte", newest))
        .contains("hw-refresh", "/police?before=abcd1234.101");
    assertThat(pages.of(Language.ENGLISH, "police/live.jte", older))
        .contains("Newest items")
        .doesNotContain("hw-refresh", "before=");
  }

  @Test
  void emptyAndUnconnectedListsSayWhatToDo() {
    var nothing = new PolicePage("pu-beograd", true, List.of(), "", true);
    var unknown = new PolicePage("", false, List.of(), "", true);

    assertThat(pages.of(Language.ENGLISH, "police/live.jte", nothing))
        .contains("New items appear here by themselves");
    assertThat(pages.of(Language.ENGLISH, "police/live.jte", unknown)).contains("Ask the hotline");
  }
}
