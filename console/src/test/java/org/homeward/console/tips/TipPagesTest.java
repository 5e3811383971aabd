package org.homeward.console.tips;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.console.facts.Fact;
import org.homeward.console.login.SignedIn;
import org.homeward.console.owners.ToOwner;
import org.homeward.console.pages.HostileTexts;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.homeward.console.pages.Words;
import org.homeward.schema.json.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TipPagesTest {

  private static final String ID = "d6c8b734-aa8c-4069-a7be-1bb6c07374ad";
  private static final TipSettings NUMBERS =
      new TipSettings(List.of(URI.create("http://127.0.0.1:8080")), "", "116 000", "192", "112");
  private static final TipSettings PICTURES =
      new TipSettings(
          List.of(URI.create("http://127.0.0.1:8080")), "KTO 12/26", "116 000", "192", "112");

  private final RenderedPages pages = new RenderedPages();
  private final SignedIn ana = new SignedIn("p-1001");

  @AfterEach
  void stop() {
    ana.close();
  }

  private static TypedTip typed(String text) {
    Map<String, String> typed = new HashMap<>();
    TipForm.FIELDS.forEach(field -> typed.put(field, text));
    Map<String, String> wrong = new HashMap<>(typed);
    wrong.remove("withinMinutes");
    wrong.remove("withinMetres");
    return new TypedTip(typed, wrong);
  }

  private static PublicTipPage form(String text) {
    return new PublicTipPage(typed(text), "key-of-form", false, text, NUMBERS);
  }

  private static TipLine line(String text, String leads) {
    return new TipLine(ID, text, text, text, text, text, text, text, true, true, leads, text, true);
  }

  private static TipPage tip(String text, String leads) {
    return tip(text, leads, null);
  }

  private static TipPage tip(String text, String leads, @Nullable ToOwner owner) {
    return new TipPage(
        line(text, leads),
        List.of(new Fact("place", text, text, false)),
        Map.of("/tips/" + ID, text),
        false,
        text,
        text,
        text,
        "",
        Map.of(ID, text),
        Map.of("reason", text, "source", text, "information", text, "case", text, "why", text),
        "\"3\"",
        "key-of-form",
        text,
        text,
        true,
        true,
        "45.2517, 19.8369",
        picture("SEEN", text),
        owner,
        text);
  }

  private static TipPictureStory picture(String state, String text) {
    return new TipPictureStory(
        state,
        "/tips/" + ID + "/picture/1600",
        true,
        List.of(text),
        List.of(text),
        List.of("look", "photo", "hand-over", "destroy", "withdraw", "lock"),
        Map.of(ID, text));
  }

  private static InboxPage inbox(String text) {
    var seen = new TipMap.Point("", text, 45.2, 19.8, 100);
    var map = TipMap.of(List.of(new TipMap.Point(ID, text, 45.3, 19.9, 500)), seen);
    return new InboxPage(List.of(line(text, "")), map, text, text, "", text);
  }

  @ParameterizedTest
  @EnumSource
  void theListNamesEachTipOfTheMapByItsNumberAndTheMapLeadsToIt(Language language) {
    Words words = pages.words(language);
    String html = pages.of(language, "tips/inbox.jte", inbox("x"));

    assertThat(html)
        .contains("hw-map__mark", words.say("tips.map"), words.say("tips.map.hint"))
        .contains("<a href=\"/tips/" + ID + "\" aria-label=\"" + words.say("tips.map.tip", 1, "x"))
        .doesNotContain("style=", "<image", "http://www", "https://");
    var none = new InboxPage(List.of(line("x", "")), TipMap.NONE, "", "", "", "");
    assertThat(pages.of(language, "tips/inbox.jte", none)).doesNotContain("hw-map", "<svg");
  }

  @ParameterizedTest
  @EnumSource(names = {"SERBIAN", "GREEK"})
  void hostileTextsAreNeverMarkup(Language language) {
    Map<String, java.util.function.Function<String, Object>> all =
        Map.of(
            "tips/public.jte", TipPagesTest::form,
            "tips/inbox.jte", text -> inbox(text),
            "tips/take.jte", text -> new TakePage(typed(text), "key", text),
            "tips/tip.jte", text -> tip(text, "/cases/" + ID));
    all.forEach(
        (template, page) -> {
          var plain = HostileTexts.tags(pages.of(language, template, page.apply("x")));
          for (String text : HostileTexts.all()) {
            assertThat(HostileTexts.tags(pages.of(language, template, page.apply(text))))
                .as(template + " " + text)
                .isEqualTo(plain);
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void theFormOfThePublicSaysWhomToCallFirst(Language language) {
    String html =
        pages.of(
            language,
            "tips/public.jte",
            new PublicTipPage(TypedTip.EMPTY, "key-of-form", false, "", NUMBERS));

    assertThat(html.indexOf("192")).isPositive().isLessThan(html.indexOf("action=\"/tip\""));
    assertThat(html).contains("112", "name=\"key\" value=\"key-of-form\"");
    String form = html.substring(html.indexOf("action=\"/tip\""));
    assertThat(form.substring(0, form.indexOf("</form>")))
        .as("no secret of a session")
        .doesNotContain("_csrf");
  }

  @ParameterizedTest
  @EnumSource
  void whatWasStoredAndWhatWasNotIsSaidInTheFirstLine(Language language) {
    Words words = pages.words(language);
    String stored =
        pages.of(
            language,
            "tips/public.jte",
            new PublicTipPage(TypedTip.EMPTY, "key", true, "", NUMBERS));
    String failed = pages.of(language, "tips/public.jte", form("what I saw"));

    assertThat(stored).contains(words.say("tip.stored"), "192", "112").doesNotContain("<textarea");
    assertThat(failed)
        .contains(words.say("tip.failed", "116 000"), ">what I saw</textarea>")
        .doesNotContain(words.say("tip.stored.lead", "192", "112"));
  }

  @Test
  void englishHasTheWordsThatTheHotlineAgreedOn() {
    assertThat(pages.words(Language.ENGLISH).say("tip.stored.lead", "192", "112"))
        .isEqualTo(
            "Read by a person, perhaps hours later. Danger or child in sight: 192 in Serbia, 112 in"
                + " the EU.");
    assertThat(pages.words(Language.ENGLISH).say("tip.failed", "116 000"))
        .isEqualTo("NOT received. Call 116 000.");
  }

  @Test
  void aTipIsGradedAndTiedBeforeItBecomesAReport() {
    String open = pages.of(Language.ENGLISH, "tips/tip.jte", ungraded(true, false));
    assertThat(open)
        .contains("/tips/" + ID + "/grade", "/tips/" + ID + "/tie", "/tips/" + ID + "/no-use")
        .doesNotContain("/tips/" + ID + "/report");

    String ready = pages.of(Language.ENGLISH, "tips/tip.jte", tip("x", "/cases/" + ID));
    assertThat(ready).contains("/tips/" + ID + "/report").doesNotContain("/tips/" + ID + "/tie");
  }

  @ParameterizedTest
  @EnumSource
  void aTipAboutAPartnersCaseGoesToItsOwnerInPlaceOfAReport(Language language) {
    Words words = pages.words(language);
    String page = "/handovers/" + ID;

    String unsent =
        pages.of(
            language,
            "tips/tip.jte",
            tip("x", "/cases/" + ID, new ToOwner("", "", "", page, true)));
    String reads =
        pages.of(
            language,
            "tips/tip.jte",
            tip("x", "/cases/" + ID, new ToOwner("", "", "", page, false)));
    String sent =
        pages.of(
            language,
            "tips/tip.jte",
            tip("x", "/cases/" + ID, new ToOwner("went <b>", "has it <b>", "", page, true)));

    String back =
        pages.of(
            language,
            "tips/tip.jte",
            tip("x", "/cases/" + ID, new ToOwner("went", "has it", "forgot <b>", page, true)));

    assertThat(back).contains("forgot &lt;b&gt;").doesNotContain("/tips/" + ID + "/owner");
    assertThat(unsent)
        .contains("href=\"/tips/" + ID + "/owner\"", words.say("tips.owner.police"))
        .contains("/tips/" + ID + "/grade")
        .doesNotContain("/tips/" + ID + "/report");
    assertThat(reads)
        .as("a confidant does not send")
        .doesNotContain("/owner\"", words.say("tips.owner.first"));
    assertThat(sent)
        .contains("went &lt;b&gt;", "has it &lt;b&gt;", "href=\"" + page + "\"")
        .contains("action=\"/tips/" + ID + "/owner/back\"")
        .as("what was told stays as it was told")
        .doesNotContain("/owner\"", "/tips/" + ID + "/grade", "/tips/" + ID + "/no-use");
  }

  private static TipPage ungraded(boolean decides, boolean erases) {
    var line = new TipLine(ID, "x", "x", "x", "", "", "", "Waits", true, false, "", "", false);
    return new TipPage(
        line,
        List.of(),
        Map.of(),
        true,
        "",
        "",
        "",
        "",
        Map.of(ID, "x"),
        Map.of(),
        "\"1\"",
        "key",
        "",
        "",
        decides,
        erases,
        "",
        null,
        null,
        "");
  }

  /** Until the protocol with police is recorded, the form has no place for a picture. */
  @ParameterizedTest
  @EnumSource
  void theFormTakesAPictureOnlyUnderAProtocol(Language language) {
    String without =
        pages.of(
            language,
            "tips/public.jte",
            new PublicTipPage(TypedTip.EMPTY, "key", false, "", NUMBERS));
    String with =
        pages.of(
            language,
            "tips/public.jte",
            new PublicTipPage(TypedTip.EMPTY, "key", false, "", PICTURES));

    assertThat(without).doesNotContain("type=\"file\"", "multipart");
    assertThat(with)
        .contains(
            "action=\"/tip/pictured\"",
            "enctype=\"multipart/form-data\"",
            "type=\"file\"",
            "name=\"showsMe\"");
  }

  @ParameterizedTest
  @EnumSource
  void aPictureNobodyHasLookedAtIsBlotsAndASupervisorLooksFirstAtAChildsOwn(Language language) {
    var tip =
        Json.mapper()
            .readTree(
                "{\"tip\":\"%s\",\"picture\":{\"state\":\"UNSEEN\",\"showsGiver\":true}}"
                    .formatted(ID));
    Words words = pages.words(language);

    var operator =
        TipPictureStory.of(words, RenderedPages.NOW, tip, "p-1001", true, false, Map.of());
    var supervisor =
        TipPictureStory.of(words, RenderedPages.NOW, tip, "p-1001", true, true, Map.of());
    var officer =
        TipPictureStory.of(words, RenderedPages.NOW, tip, "p-1001", false, false, Map.of());

    assertThat(operator.address()).endsWith("/picture/veiled");
    assertThat(operator.can()).containsExactly("withdraw", "lock");
    assertThat(supervisor.can()).contains("look");
    assertThat(officer.address()).isEmpty();
    assertThat(officer.can()).isEmpty();
  }

  @Test
  void whatBecameOfAPictureIsSaidInWordsAndALockedOneIsNotShown() {
    var tip =
        Json.mapper()
            .readTree(
                """
                {"tip":"%s","picture":{"state":"LOCKED","showsGiver":false,
                 "looked":{"by":"p-1001","at":"2026-11-29T02:30:00Z"},
                 "locked":{"by":"p-1001","at":"2026-11-29T02:31:00Z"},
                 "handedOver":{"by":"p-9","at":"2026-11-29T02:35:00Z","reference":"KU 12/26"}}}"""
                    .formatted(ID));

    var story =
        TipPictureStory.of(
            pages.words(Language.ENGLISH), RenderedPages.NOW, tip, "p-1001", true, true, Map.of());

    assertThat(story.address()).isEmpty();
    assertThat(story.deeds()).hasSize(3).last().asString().contains("KU 12/26");
    assertThat(story.can()).containsExactly("destroy");
  }

  @Test
  void supervisorAndOfficerEraseATipAndTheOfficerDoesNothingElse() {
    String operator = pages.of(Language.ENGLISH, "tips/tip.jte", ungraded(true, false));
    String officer = pages.of(Language.ENGLISH, "tips/tip.jte", ungraded(false, true));

    assertThat(operator).doesNotContain("/tips/" + ID + "/erase");
    assertThat(officer)
        .contains("/tips/" + ID + "/erase", "It cannot be undone.")
        .doesNotContain("/tips/" + ID + "/grade", "/tips/" + ID + "/no-use");
  }

  @Test
  void aFirstWordForErasingIsShownUntilItLapses() {
    var lines = new TipLines(pages.words(Language.ENGLISH), "rs", "p-1001", RenderedPages.NOW);
    String word = "{\"reason\":\"COURT_ORDER\",\"by\":\"p-9\",\"until\":\"%s\"}";
    Instant now = RenderedPages.NOW;

    assertThat(lines.toErase(Json.mapper().readTree(word.formatted(now.plusSeconds(60)))))
        .contains("wants to erase it already");
    assertThat(lines.toErase(Json.mapper().readTree(word.formatted(now)))).isEmpty();
  }

  @Test
  void aTipOfTheApiIsSaidInWords() {
    var tip =
        Json.mapper()
            .readTree(
                """
                {"tip":"%s","version":2,"exercise":false,"standing":"WAITING","channel":"WEB",
                 "receivedAt":"2026-11-29T02:30:00Z","text":"a boy","seenAt":"2026-11-28T20:00:00Z",
                 "withinMinutes":30,"place":"the ramp","withinMetres":400,"contact":"064 1",
                 "alertSeen":"AFTER_ALERT",
                 "grade":{"source":"B","information":"POSSIBLE","reason":"r","by":"p-1001",
                          "at":"2026-11-29T02:35:00Z"}}"""
                    .formatted(ID));
    var lines = new TipLines(pages.words(Language.ENGLISH), "rs", "p-1001", RenderedPages.NOW);

    assertThat(lines.of(tip).grade()).isEqualTo("B3");
    assertThat(lines.facts(tip)).extracting(Fact::value).contains("the ramp (Within 500 m)");
    assertThat(lines.gradedBy(tip.path("grade"))).contains("usually reliable", "possibly true");
  }
}
