package org.homeward.console.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.console.api.AnsweringApi;
import org.homeward.console.api.AnsweringApi.Asked;
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

/** The card of who is on call as pages, and its forms as requests. */
class OnCallPagesTest {

  private static final String ID = "d6c8b734-aa8c-4069-a7be-1bb6c07374ad";
  private static final String CASE = "893c3a1e-1c0e-4ef1-93e1-d352a11e274f";
  private static final String CARD =
      """
      {"edition":4,"entries":[{"id":"%s","duty":"POLICE","name":"duty <b>","phone":"+381 11 192",
        "note":"24 h"}]}"""
          .formatted(ID);

  private final RenderedPages pages = new RenderedPages();
  private SignedIn somebody = new SignedIn("p-1001");
  private AnsweringApi node;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
  }

  @AfterEach
  void stop() {
    node.close();
    somebody.close();
  }

  private OnCallController onCall() {
    var clock = Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC);
    return new OnCallController(node.api(somebody.tokens()), pages.pages(), "rs", clock);
  }

  private CardController card() {
    return new CardController(node.api(somebody.tokens()), pages.pages());
  }

  private static MockHttpServletRequest request() {
    var request = new MockHttpServletRequest("POST", "/on-call");
    request.addHeader("Accept-Language", "en");
    return request;
  }

  private static String html(ResponseEntity<String> answer) {
    return Optional.ofNullable(answer.getBody()).orElseThrow();
  }

  private List<List<String>> all(Language language, String text) {
    var entry = new OnCallPage.Entry(ID, text, text, text, "192", text, List.of(text, text));
    var row = new CardPage.Row(ID, "POLICE", text, text, text, text);
    return List.of(
            pages.of(
                language,
                "oncall/onCall.jte",
                new OnCallPage(ID, text, List.of(entry), text, text, "key")),
            pages.of(
                language,
                "oncall/card.jte",
                new CardPage(List.of(row), List.of(row, CardPage.Row.EMPTY), "\"4\"", text, text)))
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
  void anEmptyCardSaysWhatToDo(Language language) {
    var words = pages.words(language);

    assertThat(
            pages.of(
                language, "oncall/onCall.jte", new OnCallPage("", "", List.of(), "", "", "key")))
        .contains(words.say("onCall.none"));
    assertThat(
            pages.of(
                language, "oncall/card.jte", new CardPage(List.of(), List.of(), "\"0\"", "", "")))
        .contains(words.say("onCall.register.none.others"))
        .doesNotContain("<form method=\"post\" action=\"/registers");
  }

  @Test
  void theCardSaysWhoWasTriedToday() {
    String tried =
        """
        {"call":"%1$s","direction":"OUT","answered":false,"loggedBy":"p-1001","at":"%2$s",
         "onCall":{"entry":"%1$s","duty":"POLICE","name":"duty"}}""";
    node.then(
            200,
            "",
            "{\"calls\":[%s,%s]}"
                .formatted(
                    tried.formatted(ID, "2026-11-29T02:12:00Z"),
                    tried.formatted(ID, "2026-11-27T02:12:00Z")))
        .then(200, "\"4\"", CARD);

    String html = html(onCall().read(request(), "", ""));

    assertThat(html)
        .contains("duty &lt;b&gt;", "href=\"tel:+38111192\"", "03:12: nobody answered (you)");
    assertThat(html.split("nobody answered \\(", -1)).hasSize(2);
  }

  @Test
  void aTryIsLoggedAndPutToTheCaseThatItIsAbout() {
    node.then(200, "", "{\"exercise\":true}")
        .then(201, "\"1\"", "{\"call\":\"" + ID + "\"}")
        .then(200, "\"2\"", "{\"call\":\"" + ID + "\"}");

    var answer =
        onCall().tried(request(), ID, Map.of("key", "k-1", "case", CASE, "answered", "false"));

    assertThat(answer.getHeaders().getLocation())
        .hasToString("/on-call?case=" + CASE + "&done=done");
    List<Asked> asked = node.asked();
    assertThat(asked.get(1).body())
        .isEqualTo(
            "{\"exercise\":true,\"direction\":\"OUT\",\"answered\":false,\"onCall\":\""
                + ID
                + "\"}");
    assertThat(asked.get(2).what()).isEqualTo("POST /api/v1/calls/" + ID + "/tie");
    assertThat(asked.get(2).body()).isEqualTo("{\"case\":\"" + CASE + "\"}");
    assertThat(asked.get(2).seen()).isEqualTo("\"1\"");
  }

  @Test
  void aLostAnswerKeepsTheKey() {
    node.then(503, "", "").then(200, "", "{\"calls\":[]}").then(200, "\"4\"", CARD);

    var answer = onCall().tried(request(), ID, Map.of("key", "k-1", "answered", "true"));

    assertThat(answer.getStatusCode().value()).isEqualTo(503);
    assertThat(html(answer)).contains("value=\"k-1\"", "done once");
  }

  private static Map<String, String> form() {
    Map<String, String> form = new HashMap<>();
    form.put("seen", "\"4\"");
    form.put("id-0", ID);
    form.put("duty-0", "POLICE");
    form.put("name-0", "duty officer");
    form.put("phone-0", "192");
    form.put("note-0", "");
    form.put("id-1", "");
    form.put("duty-1", "SUPERVISOR");
    form.put("name-1", " ");
    form.put("phone-1", "");
    form.put("duty-2", "PROSECUTOR");
    form.put("name-2", "on duty");
    form.put("phone-2", "+381 11 1");
    form.put("note-2", "nights");
    return form;
  }

  @Test
  void theWholeCardIsWrittenWithoutRowsThatWereEmptied() {
    node.then(200, "\"5\"", CARD);

    var answer = card().save(request(), form());

    assertThat(answer.getHeaders().getLocation()).hasToString("/registers/on-call?done=saved");
    Asked asked = node.asked().getFirst();
    assertThat(asked.what()).isEqualTo("PUT /api/v1/on-call");
    assertThat(asked.seen()).isEqualTo("\"4\"");
    assertThat(asked.body())
        .isEqualTo(
            "{\"entries\":[{\"id\":\"%s\",\"duty\":\"POLICE\",\"name\":\"duty officer\","
                    .formatted(ID)
                + "\"phone\":\"192\"},{\"duty\":\"PROSECUTOR\",\"name\":\"on duty\","
                + "\"phone\":\"+381 11 1\",\"note\":\"nights\"}]}");
  }

  @Test
  void ofTwoWhoWriteTheCardTheSecondReadsBoth() {
    somebody.close();
    somebody = new SignedIn("p-1009", "admin");
    node.thenProblem(412, "precondition-failed").then(200, "\"5\"", CARD);

    var answer = card().save(request(), form());

    assertThat(answer.getStatusCode().value()).isEqualTo(412);
    assertThat(html(answer))
        .contains("duty &lt;b&gt;", "value=\"duty officer\"", "value=\"&#34;5&#34;\"");
  }

  @Test
  void whatIsWrongStandsBesideItsRow() {
    somebody.close();
    somebody = new SignedIn("p-1009", "admin");
    node.then(
            422,
            "",
            """
            {"type":"urn:homeward:problem:invalid",
             "errors":[{"pointer":"/entries/1/phone","rule":"wrong-form"}]}""")
        .then(200, "\"4\"", CARD);

    String html = html(card().save(request(), form()));

    assertThat(html)
        .contains("Telephone: This has not the form that is asked for.", "value=\"on duty\"");
  }

  @Test
  void whoeverIsNoAdministratorReadsTheRegisterAndWritesNothing() {
    node.then(200, "\"4\"", CARD);

    assertThat(html(card().read(request(), "")))
        .contains("+381 11 192")
        .doesNotContain("name=\"name-0\"");
  }
}
