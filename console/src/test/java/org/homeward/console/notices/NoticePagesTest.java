package org.homeward.console.notices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.homeward.console.api.AnsweringApi;
import org.homeward.console.login.SignedIn;
import org.homeward.console.notices.NoticePage.Notice;
import org.homeward.console.notices.NoticePage.State;
import org.homeward.console.pages.HostileTexts;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.homeward.face.door.Clients;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

/** Pages that everybody reads: what is active, and otherwise the same for every code. */
class NoticePagesTest {

  private static final NoticeSettings NUMBERS = new NoticeSettings("116 000", "192", "112");
  private static final String ACTIVE =
      """
      {"code": "K7QX-2MRDU", "exercise": false, "area": {"country": "RS", "regions": ["RS-01"]},
       "until": "2026-11-29T05:40:00Z", "languages": ["sr", "en"], "reference": "K7QX-2MRD",
       "texts": {"sr": {"title": "Nestalo dete", "paragraphs": ["Ime: Bojan", "Oznaka"]},
                 "en": {"title": "Missing child", "paragraphs": ["Name: Bojan", "Reference"]}},
       "photos": [{"number": 2, "label": "EDITED", "takenOn": "2026-04",
                   "sizes": ["400", "1600"]}]}""";

  private final RenderedPages rendered = new RenderedPages();
  private final SignedIn nobody = new SignedIn("p-1001");
  private AnsweringApi node;
  private NoticesController notices;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
    notices =
        new NoticesController(
            node.api(nobody.tokens()),
            rendered.pages(),
            new Clients(List.of()),
            NUMBERS,
            Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void stop() {
    node.close();
    nobody.close();
  }

  private ResponseEntity<String> read(String code, String language) {
    var request = new MockHttpServletRequest("GET", "/n/" + code);
    request.addHeader("Accept-Language", "de");
    return notices.notice(request, code, language);
  }

  private static String html(ResponseEntity<String> answer) {
    return Optional.ofNullable(answer.getBody()).orElseThrow();
  }

  @Test
  void whatWasApprovedIsShownInTheReadersLanguageAndLoadedAgain() {
    node.then(200, "", ACTIVE).then(200, "", ACTIVE);

    var shown = read("K7QX-2MRDU", "en");

    assertThat(shown.getStatusCode().value()).isEqualTo(200);
    assertThat(shown.getHeaders().getFirst("Refresh")).isEqualTo("60");
    assertThat(html(shown))
        .contains("Missing child", "Name: Bojan", "href=\"tel:116000\"")
        .contains("href=\"/tip?reference=K7QX-2MRD\"", "North Bačka")
        .doesNotContain("Nestalo", "<script", "<form", "http://")
        .containsOnlyOnce("https://");
    assertThat(html(read("K7QX-2MRDU", "el"))).as("its area's own").contains("Ime: Bojan");
    assertThat(node.asked().getFirst().what()).isEqualTo("GET /api/v1/public/notices/K7QX-2MRDU");
  }

  @ParameterizedTest
  @EnumSource
  @Proves(8)
  void thePictureHasAnAddressByCodeAndNoName(Language language) {
    node.then(200, "", ACTIVE);

    String html = html(read("K7QX-2MRDU", language.tag()));

    assertThat(html)
        .contains("src=\"/n/K7QX-2MRDU/photos/2/400\"", "href=\"/n/K7QX-2MRDU/photos/2/1600\"")
        .contains("alt=\"" + rendered.words(language).say("notice.photo") + "\"")
        .contains("referrerpolicy=\"no-referrer\"")
        .contains(rendered.words(language).say("notice.photo.taken", "2026-04"))
        .contains(rendered.words(language).code("PhotoLabel", "EDITED"));
  }

  private ResponseEntity<?> picture(String code, String rest) {
    String[] parts = rest.split("/", -1);
    var request = new MockHttpServletRequest("GET", "/n/" + code + "/photos/" + rest);
    request.addHeader("Accept-Language", "en");
    return notices.photo(request, code, parts[0], parts[1]);
  }

  @Test
  void thePictureIsPassedOnAndKeptByNobody() {
    node.then(200, "", "bytes");

    var shown = picture("K7QX-2MRDU", "1/400");

    assertThat(shown.getHeaders().getCacheControl()).isEqualTo("no-store");
    assertThat(String.valueOf(shown.getHeaders().getContentType())).isEqualTo("image/jpeg");
    assertThat(shown.getBody()).isEqualTo("bytes".getBytes(UTF_8));
    assertThat(node.asked().getLast().what())
        .isEqualTo("GET /api/v1/public/notices/K7QX-2MRDU/photos/1/400");
  }

  @Test
  @Proves({4, 8})
  void pictureThatIsNotShownIsThePageOfACodeThatIsNotActive() {
    String none = "no-active-notice";
    node.thenProblem(404, none).thenProblem(404, none).thenProblem(404, none);

    var page = read("K7QX-2MRDU", "en");

    assertThat(picture("K7QX-2MRDU", "1/400")).isEqualTo(page);
    assertThat(picture("<b>x</b>", "..%2f/x")).isEqualTo(page);
    assertThat(node.asked().getLast().what())
        .isEqualTo("GET /api/v1/public/notices/none/photos/1/400");
    node.thenProblem(429, "notices-asked-too-often").thenProblem(503, "unavailable");
    assertThat(picture("2222-22222", "1/400").getStatusCode().value()).isEqualTo(429);
    assertThat(picture("2222-22222", "1/400").getStatusCode().value()).isEqualTo(503);
  }

  @ParameterizedTest
  @EnumSource
  @Proves(8)
  void aCodeThatIsNotActiveHasTheSamePageWhateverItIs(Language language) {
    String none = "no-active-notice";
    node.thenProblem(404, none).thenProblem(404, none).thenProblem(404, none);

    var ended = read("K7QX-2MRDU", language.tag());
    var never = read("2222-22222", language.tag());
    var unreadable = read("<b>x</b>", language.tag());

    assertThat(never).isEqualTo(ended);
    assertThat(unreadable).isEqualTo(ended);
    assertThat(ended.getStatusCode().value()).isEqualTo(404);
    assertThat(ended.getHeaders().getFirst("Refresh")).as("ten loads are allowed").isNull();
    assertThat(html(ended))
        .contains(rendered.words(language).say("notice.none.lead"), "href=\"/tip\"", "116 000")
        .doesNotContain("K7QX");
    assertThat(node.asked().getLast().what()).isEqualTo("GET /api/v1/public/notices/none");
  }

  @Test
  void whoAskedTooOftenIsToldAndStillFindsTheTipForm() {
    node.thenProblem(429, "notices-asked-too-often");

    var many = read("K7QX-2MRDU", "en");

    assertThat(many.getStatusCode().value()).isEqualTo(429);
    assertThat(html(many))
        .contains("This says nothing about any child.", "href=\"/tip\"")
        .doesNotContain("K7QX");
  }

  @Test
  void whileNothingIsKnownEveryPageSaysSo() {
    node.thenProblem(503, "unavailable").thenProblem(429, "too-many").thenProblem(503, "away");

    var away = read("K7QX-2MRDU", "en");

    assertThat(away.getStatusCode().value()).isEqualTo(503);
    assertThat(away.getHeaders().getFirst("Refresh")).isEqualTo("60");
    assertThat(html(away)).contains("cannot be shown").doesNotContain("No active notice");
    assertThat(read("2222-22222", "en")).as("the node is too busy").isEqualTo(away);
    assertThat(html(notices.notices(RenderedPages.request(Language.ENGLISH), "")))
        .contains("cannot be shown")
        .doesNotContain("No notice is active");
  }

  @ParameterizedTest
  @EnumSource
  void titlesNeverTellWhichPageItIs(Language language) {
    String active = page(language, State.ACTIVE, notice("x"));
    String none = page(language, State.NONE, Notice.NONE);

    assertThat(head(active))
        .isEqualTo(head(none))
        .contains("og:title", "noimageindex")
        .contains("og:image\" content=\"https://hotline.example/assets/", "application/atom+xml");
  }

  @Test
  void pictureOfASharedLinkIsOneForAllCodes() throws IOException {
    var image = ImageIO.read(NoticePagesTest.class.getResource("/assets/notice.png"));

    assertThat(image.getWidth()).isEqualTo(1200);
    assertThat(image.getHeight()).isEqualTo(630);
  }

  private static String head(String html) {
    return html.substring(0, html.indexOf("</head>"));
  }

  private String page(Language language, State state, Notice notice) {
    return rendered.of(language, "notices/notice.jte", new NoticePage(state, notice, NUMBERS));
  }

  private static Notice notice(String text) {
    return new Notice(
        "K7QX-2MRDU",
        "K7QX-2MRD",
        true,
        text,
        text,
        "sr-Latn",
        text,
        List.of(text, text),
        List.of(new NoticePage.Photo("/n/K7QX-2MRDU/photos/1", text, List.of(text))));
  }

  @ParameterizedTest
  @EnumSource(names = {"SERBIAN", "GREEK"})
  void hostileTextsAreNeverMarkup(Language language) {
    List<String> plain = HostileTexts.tags(page(language, State.ACTIVE, notice("x")));
    for (String text : HostileTexts.all()) {
      assertThat(HostileTexts.tags(page(language, State.ACTIVE, notice(text)))).isEqualTo(plain);
      var list =
          new NoticesPage(
              true,
              List.of(new NoticesPage.Line("K7QX-2MRDU", text, "sr-Latn", text, text)),
              NUMBERS);
      assertThat(rendered.of(language, "notices/notices.jte", list)).doesNotContain("<b>x");
    }
  }

  @Test
  void theListHasLinksAndNoNames() {
    node.then(
            200,
            "",
            """
        {"notices": [{"code": "K7QX-2MRDU", "exercise": false, "languages": ["sr"],
          "area": {"country": "RS", "regions": []}, "until": "2026-11-29T05:40:00Z",
          "titles": {"sr": "Nestalo dete"}}]}""")
        .then(200, "", "{\"notices\": []}");
    var request = RenderedPages.request(Language.ENGLISH);

    assertThat(html(notices.notices(request, "")))
        .contains("href=\"/n/K7QX-2MRDU\"", "Nestalo dete", "Serbia");
    assertThat(html(notices.notices(request, "")))
        .contains("No notice is active. This says nothing about any child.")
        .doesNotContain("/n/");
  }

  @Test
  void aPageIsSmall() {
    String page = page(Language.GREEK, State.ACTIVE, notice("ένα παιδί ".repeat(40)));

    assertThat(page.getBytes(UTF_8)).as("styles take 17 kB beside it").hasSizeLessThan(13_000);
  }
}
