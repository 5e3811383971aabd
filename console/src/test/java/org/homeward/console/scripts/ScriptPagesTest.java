package org.homeward.console.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.console.api.AnsweringApi;
import org.homeward.console.login.SignedIn;
import org.homeward.console.pages.HostileTexts;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

/** Texts for calls as pages, and their forms as requests. */
class ScriptPagesTest {

  private static final String ID = "CHILD_CALLS.en";
  private static final String API = "/api/v1/scripts/" + ID;

  private final RenderedPages pages = new RenderedPages();
  private final SignedIn jelena = new SignedIn("p-1003", "supervisor");
  private AnsweringApi node;
  private ScriptsController scripts;
  private ScriptController script;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
    var clock = Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC);
    scripts = new ScriptsController(node.api(jelena.tokens()), pages.pages(), clock);
    script = new ScriptController(node.api(jelena.tokens()), pages.pages(), clock);
  }

  @AfterEach
  void stop() {
    node.close();
    jelena.close();
  }

  private static ScriptPage page(String text, boolean mine, boolean mayApprove) {
    var edition = new Edition("2", text, text, text, text);
    return new ScriptPage(
        ID,
        text,
        Optional.of(edition),
        Optional.of(edition),
        mine,
        List.of(edition),
        text,
        "\"3\"",
        "key",
        mayApprove,
        text,
        text);
  }

  private List<List<String>> all(Language language, String text) {
    var list =
        new ScriptsPage(List.of(new ScriptsPage.Line(ID, text, true, text, text, true)), true);
    return List.of(
            pages.of(language, "scripts/scripts.jte", list),
            pages.of(language, "scripts/beside.jte", list),
            pages.of(language, "scripts/script.jte", page(text, false, true)))
        .stream()
        .map(HostileTexts::tags)
        .toList();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void hostileTextsAreNeverMarkup(Language language) {
    List<List<String>> plain = all(language, "x");
    for (String text : HostileTexts.all()) {
      assertThat(all(language, text)).as(text).isEqualTo(plain);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void whoeverWroteItIsNotOfferedToApproveIt(Language language) {
    String mine = pages.of(language, "scripts/script.jte", page("x", true, true));
    String operators = pages.of(language, "scripts/script.jte", page("x", false, false));
    String supervisors = pages.of(language, "scripts/script.jte", page("x", false, true));

    assertThat(mine)
        .contains(pages.words(language).say("script.mine"))
        .doesNotContain("/approve\"");
    assertThat(operators).doesNotContain("/approve\"", "/withdraw\"");
    assertThat(supervisors)
        .contains("/approve\"", pages.words(language).say("script.approve.effect"));
    assertThat(supervisors.split("class=\"govuk-button\"", -1)).as("one primary").hasSize(2);
  }

  private static MockHttpServletRequest request(String language) {
    var request = new MockHttpServletRequest("POST", "/scripts");
    request.addHeader("Accept-Language", language);
    return request;
  }

  private static String html(ResponseEntity<String> answer) {
    return Optional.ofNullable(answer.getBody()).orElseThrow();
  }

  private static String found(String language, String text) {
    return """
        {"script":"CHILD_CALLS.%1$s","occasion":"CHILD_CALLS","use":"SPOKEN","language":"%1$s",
         "waits":false,"inUse":{"edition":2,"text":"%2$s","by":"p-1002",
         "at":"2026-11-29T02:00:00Z","approvedBy":"p-1003","approvedAt":"2026-11-29T02:10:00Z"}}"""
        .formatted(language, text);
  }

  private static String waits(String occasion) {
    return """
        {"script":"%1$s.en","occasion":"%1$s","use":"SPOKEN","language":"en","waits":true}"""
        .formatted(occasion);
  }

  @Test
  void onlyWhatIsApprovedStandsBesideACall() {
    node.then(
        200,
        "",
        "{\"scripts\":[%s,%s,%s]}"
            .formatted(found("en", "say hello"), found("el", "greek"), waits("SILENT_CALL")));

    assertThat(html(scripts.beside(request("en"))))
        .contains("say hello", "A child calls")
        .doesNotContain("greek", "Nobody speaks");
  }

  @Test
  void whoeverReadsCyrillicReadsTheSerbianTextInItsLetters() {
    node.then(200, "", "{\"scripts\":[%s]}".formatted(found("sr-Latn", "Dobro je što zoveš")));

    assertThat(html(scripts.beside(request("sr-Cyrl")))).contains("Добро је што зовеш");
  }

  @Test
  void anApprovalIsOfTheEditionThatThePageShowed() {
    node.then(200, "\"4\"", "{\"script\":\"" + ID + "\"}");

    var answer =
        script.approve(request("en"), ID, Map.of("key", "k-1", "seen", "\"3\"", "edition", "2"));

    assertThat(answer.getHeaders().getLocation()).hasToString("/scripts/" + ID + "?done=approved");
    assertThat(node.asked().getFirst().what()).isEqualTo("POST " + API + "/approve");
    assertThat(node.asked().getFirst().body()).isEqualTo("{\"edition\":2}");
    assertThat(node.asked().getFirst().seen()).isEqualTo("\"3\"");
  }

  @Test
  void ofTwoWhoWriteTheSecondReadsBoth() {
    node.thenProblem(412, "precondition-failed").then(200, "\"4\"", found("en", "hers"));

    var answer =
        script.propose(request("en"), ID, Map.of("key", "k-1", "seen", "\"3\"", "text", "mine"));

    assertThat(answer.getStatusCode().value()).isEqualTo(412);
    assertThat(html(answer)).contains("hers", ">mine</textarea>", "Somebody has changed this text");
  }

  @Test
  void aLostAnswerKeepsTheTextAndTheKey() {
    node.then(503, "", "").then(200, "\"4\"", found("en", "hers"));

    var answer = script.propose(request("en"), ID, Map.of("key", "k-1", "text", "mine"));

    assertThat(answer.getStatusCode().value()).isEqualTo(503);
    assertThat(html(answer)).contains("value=\"k-1\"", ">mine</textarea>", "done once");
  }
}
