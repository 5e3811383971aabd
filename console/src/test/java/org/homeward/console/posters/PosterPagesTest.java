package org.homeward.console.posters;

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

/** Posters are printed, entered and taken down. */
class PosterPagesTest {

  private static final String ALERT = "893c3a1e-1c0e-4ef1-93e1-d352a11e274f";
  private static final String TAKER = "993c3a1e-1c0e-4ef1-93e1-d352a11e274f";
  private static final String PATH = "/api/v1/alerts/" + ALERT;
  private static final String ENTRY =
      """
      {"poster": "%s", "alert": "%s", "status": "KNOWN", "code": "K7QX-2MRDU", "exercise": false,
       "name": "Vesna", "organisation": "Crveni krst", "phone": "+381601234567", "copies": 21,
       "places": "Pijaca", "by": "p-1001", "at": "2026-11-29T01:40:00Z", %s
       "calls": [{"at": "2026-11-29T02:00:00Z", "by": "p-1002", "outcome": "NOT_REACHED"}]}""";

  private final RenderedPages rendered = new RenderedPages();
  private final SignedIn ana = new SignedIn("p-1001", "operator");
  private AnsweringApi node;
  private PostersController posters;
  private PosterCallsController calls;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
    var clock = Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC);
    posters = new PostersController(node.api(ana.tokens()), rendered.pages(), clock);
    calls = new PosterCallsController(node.api(ana.tokens()), rendered.pages(), clock);
  }

  @AfterEach
  void stop() {
    node.close();
    ana.close();
  }

  private static MockHttpServletRequest request() {
    return RenderedPages.request(Language.ENGLISH);
  }

  private static String html(ResponseEntity<String> answer) {
    return Optional.ofNullable(answer.getBody()).orElseThrow();
  }

  private static String list(String entry) {
    return "{\"posters\": [" + entry + "]}";
  }

  private static String entry(String why) {
    return ENTRY.formatted(TAKER, ALERT, why);
  }

  private void thePage(String takers) {
    node.then(200, "", "{\"code\": \"K7QX-2MRDU\", \"exercise\": false}")
        .then(
            200,
            "",
            """
            {"code": "K7QX-2MRDU", "link": "https://hotline.example/n/K7QX-2MRDU",
             "exercise": false, "languages": ["sr", "en"], "faces": 0,
             "leftOut": [{"what": "face"}, {"what": "name-form", "language": "en"}]}""")
        .then(200, "", list(takers));
  }

  private List<String> asked() {
    return node.asked().stream().map(Asked::what).toList();
  }

  @Test
  void thePageSaysWhatIsOnItAndWhatIsNot() {
    thePage(entry(""));

    assertThat(html(posters.read(request(), ALERT, "")))
        .contains("/alerts/" + ALERT + "/posters/poster.pdf", "poster.png?language=sr")
        .contains("square.png", "Without the picture of a child", "English: one way")
        .contains("Vesna, Crveni krst", "tel:+381601234567", "21 posters", "Not reached");
  }

  @Test
  void whileThereIsNoneThePageSaysWhy() {
    node.then(200, "", "{\"code\": \"K7QX-2MRDU\"}")
        .thenProblem(409, "no-poster-now")
        .then(200, "", list(entry("")));

    assertThat(html(posters.read(request(), ALERT, "")))
        .contains("There is no poster now", "Vesna")
        .doesNotContain("poster.pdf");
  }

  @Test
  void whoTakesPostersIsEntered() {
    node.then(201, "", entry(""));
    Map<String, String> form =
        new HashMap<>(
            Map.of("key", "key-of-form", "name", " Vesna ", "phone", "+381 (60) 123-4567"));
    form.put("copies", "20");
    form.put("places", "Pijaca\r\nStanica");

    var answer = posters.enter(request(), ALERT, form);

    assertThat(answer.getHeaders().getLocation())
        .hasToString("/alerts/" + ALERT + "/posters?done=entered");
    assertThat(asked()).containsExactly("POST " + PATH + "/posters");
    assertThat(node.asked().getLast().key()).isEqualTo("key-of-form");
    assertThat(node.asked().getLast().body())
        .contains("\"name\":\"Vesna\"", "\"phone\":\"+381601234567\"", "\"copies\":20");
  }

  @Test
  void whatIsWrongStandsAtItsField() {
    node.then(
        422,
        "",
        """
        {"type": "urn:homeward:problem:invalid",
         "errors": [{"pointer": "/name", "rule": "name-or-organisation"},
                    {"pointer": "/copies", "rule": "required"}]}""");
    thePage("");

    var answer = posters.enter(request(), ALERT, Map.of("key", "k", "places", "Pijaca"));

    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    assertThat(html(answer))
        .contains("Give a name or an organisation.", "href=\"#copies\"", ">Pijaca</textarea>");
  }

  @Test
  void theListSaysWhomToCallAndRecordsHowItEnded() {
    node.then(200, "", list(entry("\"why\": \"OVER\","))).then(200, "", entry(""));

    assertThat(html(calls.read(request(), "")))
        .contains("The alert is over", "K7QX-2MRDU", "Vesna", "None hangs any more")
        .contains("/alerts/posters/" + TAKER + "/called");
    var answer =
        calls.called(request(), TAKER, Map.of("key", "key-of-form", "outcome", "TAKEN_DOWN"));

    assertThat(answer.getHeaders().getLocation()).hasToString("/alerts/posters?done=called");
    assertThat(asked()).endsWith("POST /api/v1/posters/" + TAKER + "/calls");
    assertThat(node.asked().getLast().body()).isEqualTo("{\"outcome\":\"TAKEN_DOWN\"}");
  }

  @ParameterizedTest
  @EnumSource
  void everyPageIsThereInEveryLanguage(Language language) {
    var words = rendered.words(language);

    assertThat(rendered.of(language, "posters/posters.jte", page("x")))
        .contains(words.say("posters.enter.why"));
    assertThat(rendered.of(language, "posters/calls.jte", new CallsPage(List.of(), "", "", "k")))
        .contains(words.say("posters.calls.none"));
  }

  private static PosterPage page(String text) {
    return new PosterPage(
        ALERT,
        "K7QX-2MRDU",
        false,
        Map.of("sr", text),
        "",
        List.of(text),
        List.of(line(text)),
        text,
        "key",
        Map.of("name", text, "places", text),
        Map.of("name", text));
  }

  private static TakerLine line(String text) {
    return new TakerLine(
        TAKER, ALERT, "K7QX-2MRDU", true, text, text, text, text, text, List.of(text));
  }

  @Test
  void hostileTextsAreNeverMarkup() {
    List<String> plain =
        HostileTexts.tags(rendered.of(Language.ENGLISH, "posters/posters.jte", page("x")));
    for (String text : HostileTexts.all()) {
      String html = rendered.of(Language.ENGLISH, "posters/posters.jte", page(text));
      assertThat(HostileTexts.tags(html)).isEqualTo(plain);
      var list = new CallsPage(List.of(line(text)), text, text, "key");
      assertThat(rendered.of(Language.ENGLISH, "posters/calls.jte", list)).doesNotContain("<b>x");
    }
  }
}
