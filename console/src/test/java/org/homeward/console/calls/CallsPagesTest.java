package org.homeward.console.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.homeward.console.login.SignedIn;
import org.homeward.console.pages.HostileTexts;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallsPagesTest {

  private static final String ID = "d6c8b734-aa8c-4069-a7be-1bb6c07374ad";

  private final RenderedPages pages = new RenderedPages();
  private final SignedIn ana = new SignedIn("p-1001");

  @AfterEach
  void stop() {
    ana.close();
  }

  private static CallLine line(String text, String leads) {
    return new CallLine(ID, "03:40", text, text, text, text, text, leads, text, true, true);
  }

  private static CallsPage log(String text) {
    return new CallsPage(
        true,
        "key-of-form",
        Map.of("number", text, "note", text, "direction", text, "ended", text),
        Map.of("", text, "number", text, "note", text),
        text,
        true,
        List.of(line(text, ""), line(text, "/cases/" + ID)),
        List.of("116000", text),
        true,
        text);
  }

  private static CallPage call(String text, String leads) {
    return new CallPage(
        line(text, leads),
        "\"3\"",
        "key-of-form",
        Map.of("case/" + ID, text),
        !leads.isEmpty(),
        text,
        text,
        text);
  }

  @ParameterizedTest
  @EnumSource(names = {"SERBIAN", "ENGLISH"})
  void hostileTextsAreNeverMarkup(Language language) {
    var log = HostileTexts.tags(pages.of(language, "calls/calls.jte", log("x")));
    var call = HostileTexts.tags(pages.of(language, "calls/call.jte", call("x", "")));
    var tied = HostileTexts.tags(pages.of(language, "calls/call.jte", call("x", "/cases/" + ID)));
    for (String text : HostileTexts.all()) {
      assertThat(HostileTexts.tags(pages.of(language, "calls/calls.jte", log(text))))
          .as(text)
          .isEqualTo(log);
      assertThat(HostileTexts.tags(pages.of(language, "calls/call.jte", call(text, ""))))
          .as(text)
          .isEqualTo(call);
      assertThat(
              HostileTexts.tags(pages.of(language, "calls/call.jte", call(text, "/cases/" + ID))))
          .as(text)
          .isEqualTo(tied);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SERBIAN", "ENGLISH"})
  void anEmptyDaySaysWhatToDo(Language language) {
    var empty =
        new CallsPage(
            false, "key", Map.of(), Map.of(), "", true, List.of(), List.of("116000"), false, "");

    String html = pages.of(language, "calls/calls.jte", empty);

    assertThat(html).contains(pages.words(language).say("calls.direction.IN"));
    assertThat(html.split("class=\"govuk-button\"", -1)).as("one primary button").hasSize(2);
    assertThat(html).contains("name=\"direction\" value=\"IN\" checked");
    assertThat(html).contains("name=\"answered\" value=\"true\" checked");
  }

  @Test
  void aCallThatBelongsToACaseIsNotEndedNorPutElsewhereAndBeginsNothing() {
    String html = pages.of(Language.ENGLISH, "calls/call.jte", call("x", "/cases/" + ID));

    assertThat(html)
        .contains("/cases/" + ID)
        .doesNotContain(
            "/calls/" + ID + "/tie", "/calls/" + ID + "/end", "/calls/" + ID + "/intake");
  }
}
