package org.homeward.console.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.console.alerts.AlertPage.Child;
import org.homeward.console.alerts.AlertPage.Deciding;
import org.homeward.console.alerts.AlertPage.MailText;
import org.homeward.console.alerts.AlertPage.Photo;
import org.homeward.console.alerts.AlertPage.SmsText;
import org.homeward.console.alerts.AlertPage.StandingStop;
import org.homeward.console.criteria.Criteria;
import org.homeward.console.facts.Fact;
import org.homeward.console.pages.HostileTexts;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlertPagesTest {

  private static final String ID = "893c3a1e-1c0e-4ef1-93e1-d352a11e274f";
  private static final String CASE = "d6c8b734-aa8c-4069-a7be-1bb6c07374ad";

  private final RenderedPages pages = new RenderedPages();

  private static AlertPage alert(String text) {
    return new AlertPage(
        ID,
        CASE,
        "RS-D6C8B7",
        "K7QX-2MRD",
        "",
        "DRAFT",
        true,
        "key",
        text,
        List.of(new Fact("area", "Area", text, false)),
        List.of(text),
        List.of(new Child(ID, text, false), new Child(CASE, text, true)),
        new Criteria(
            text,
            List.of(
                List.of(new Criteria.Line(text, "MET", text, text)),
                List.of(
                    new Criteria.Line(text, "UNMET", text, text),
                    new Criteria.Line(text, "UNKNOWN", text, text))),
            List.of(new Fact("ends", text, text, false))),
        new Deciding("h", text, false, false, "", text, text, text, true),
        List.of(
            new MailText(
                "sr", "Serbian", text, text, text, text, List.of(new SmsText(text, text)))),
        List.of(new Photo(1, true, List.of(text)), new Photo(2, false, List.of(text))),
        new Progress(
            "ACTIVE",
            List.of(text),
            List.of(new Progress.Count(text, text)),
            List.of(),
            List.of(
                new Progress.OfChannel(text, List.of(new Progress.Count(text, text))),
                new Progress.OfChannel(text, List.of()))),
        new StandingStop(text, text, false),
        List.of("approve", "return", "freeze", "lift", "amend", "withdraw", "cancel"),
        Map.of("words", text, "reason", text),
        Map.of("", text, "reason", text, "words", text, "read", text));
  }

  private static AlertsPage list(String text) {
    var line =
        new AlertLine(
            ID, "RS-D6C8B7", "K7QX-2MRD", "DRAFT", true, text, text, text, true, text, "03:40");
    return new AlertsPage("WAITING", true, List.of(line), "", true);
  }

  private static DraftPage draft(String text) {
    return new DraftPage(
        "/alerts/new",
        "/cases/" + CASE,
        CASE,
        "RS-D6C8B7",
        true,
        false,
        "\"1\"",
        "key",
        text,
        text,
        Map.of("RS-01", text),
        Map.of("e", text),
        Map.of("text.sr", text, "reference", text),
        Set.of("languages.sr"),
        Map.of("", text, "text.sr", text, "reference", text),
        true,
        new DraftPage.Theirs(text, Map.of("Serbian", text)));
  }

  private static StopsPage stops(String text) {
    var line = new StopsPage.Line("node", "NODE", "", "", text, text, false);
    return new StopsPage(true, "key", text, true, List.of(line), true, Map.of("", text));
  }

  @ParameterizedTest
  @EnumSource(names = {"SERBIAN", "ENGLISH"})
  void hostileTextsAreNeverMarkup(Language language) {
    for (String text : HostileTexts.all()) {
      assertThat(tags(language, "alerts/alert.jte", alert(text)))
          .isEqualTo(tags(language, "alerts/alert.jte", alert("x")));
      assertThat(tags(language, "alerts/cancel.jte", alert(text)))
          .isEqualTo(tags(language, "alerts/cancel.jte", alert("x")));
      assertThat(tags(language, "alerts/withdraw.jte", alert(text)))
          .isEqualTo(tags(language, "alerts/withdraw.jte", alert("x")));
      assertThat(tags(language, "alerts/alerts.jte", list(text)))
          .isEqualTo(tags(language, "alerts/alerts.jte", list("x")));
      assertThat(tags(language, "alerts/draft.jte", draft(text)))
          .isEqualTo(tags(language, "alerts/draft.jte", draft("x")));
      assertThat(tags(language, "alerts/stops.jte", stops(text)))
          .isEqualTo(tags(language, "alerts/stops.jte", stops("x")));
    }
  }

  private List<String> tags(Language language, String template, Object page) {
    return HostileTexts.tags(pages.of(language, template, page));
  }

  @Test
  void theTickNamesTheNumberAndStandsBeforeTheButton() {
    String html = pages.of(Language.ENGLISH, "alerts/alert.jte", alert("1,240 people"));

    assertThat(html).contains("I read it. Send it to 1,240 people now.");
    assertThat(html.indexOf("type=\"checkbox\"")).isLessThan(html.indexOf("Approve and send"));
  }

  @Test
  void whoeverMayNotApproveHasNoButtonAndReadsWhomItWaitsFor() {
    AlertPage page = alert("x");
    var reader =
        new AlertPage(
            page.id(),
            page.caseId(),
            page.code(),
            page.reference(),
            page.notice(),
            page.status(),
            false,
            "key",
            "",
            page.facts(),
            List.of(),
            List.of(),
            null,
            page.deciding(),
            page.mails(),
            page.photos(),
            null,
            null,
            List.of("amend", "cancel"),
            Map.of(),
            Map.of());

    assertThat(pages.of(Language.ENGLISH, "alerts/alert.jte", reader))
        .contains("It waits for another person", "Change this draft", "Discard this draft")
        .doesNotContain("Approve and send", "Stop this alert", "/return\"");
  }

  private static AlertPage toEverybody(List<Photo> photos) {
    AlertPage page = alert("x");
    return new AlertPage(
        page.id(),
        page.caseId(),
        page.code(),
        page.reference(),
        "K7QX-2MRDU",
        page.status(),
        false,
        "key",
        "",
        page.facts(),
        List.of(),
        List.of(),
        Criteria.NONE,
        page.deciding(),
        page.mails(),
        photos,
        null,
        null,
        List.of("approve"),
        Map.of(),
        Map.of());
  }

  @ParameterizedTest
  @EnumSource
  void whoeverApprovesSeesThePicturesThatGoOutOrThatNoneDoes(Language language) {
    var words = pages.words(language);
    var photos = List.of(new Photo(1, true, List.of()), new Photo(2, false, List.of()));
    String html = pages.of(language, "alerts/alert.jte", toEverybody(photos));

    assertThat(html)
        .contains("src=\"/alerts/" + ID + "/photos/1/400\"", words.say("alert.photo.other", 2))
        .doesNotContain("/photos/2/", words.say("alert.photos.none"));
    assertThat(html.indexOf("/photos/1/")).isLessThan(html.indexOf("/approve\""));
    assertThat(pages.of(language, "alerts/alert.jte", toEverybody(List.of())))
        .contains(words.say("alert.photos.none"))
        .doesNotContain("<img");
    assertThat(pages.of(language, "alerts/alert.jte", alert("x")))
        .as("volunteers are mailed words")
        .doesNotContain("<img", words.say("alert.photos.none"));
  }

  @Test
  void theNumbersThatRefreshThemselvesHoldNoForm() {
    var progress =
        new Progress(
            "ACTIVE",
            List.of(),
            List.of(new Progress.Count("Sent", "1,200")),
            List.of(),
            List.of());

    assertThat(pages.of(Language.ENGLISH, "alerts/progress.jte", progress))
        .contains("Sent", "1,200")
        .doesNotContain("<form", "<button", "<a ");
  }

  @Test
  void emptyListsSayWhatToDo() {
    for (String state : List.of("WAITING", "RETURNED", "LIVE", "OVER")) {
      var page = new AlertsPage(state, false, List.of(), "", true);
      assertThat(pages.of(Language.ENGLISH, "alerts/alerts.jte", page)).contains("hw-empty");
    }
    var nothing = new StopsPage(false, "key", "", true, List.of(), true, Map.of());
    assertThat(pages.of(Language.ENGLISH, "alerts/stops.jte", nothing))
        .contains("Stop all alerts now", "Police still see all cases", "Nothing is stopped");
  }

  @Test
  void stopsThatCannotBeReadAreNotNone() {
    var unread = new StopsPage(false, "key", "", false, List.of(), true, Map.of());

    assertThat(pages.of(Language.ENGLISH, "alerts/stops.jte", unread))
        .contains("Stop all alerts now", "Police lists and alerts cannot be reached now")
        .doesNotContain("Nothing is stopped");
  }
}
