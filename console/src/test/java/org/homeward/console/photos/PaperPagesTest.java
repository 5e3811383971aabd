package org.homeward.console.photos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.homeward.console.api.AnsweringApi;
import org.homeward.console.login.SignedIn;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockMultipartFile;

/** The pages of papers: what is shown, what can be done, and what is sent. */
class PaperPagesTest {

  private static final String ID = "d6c8b734-aa8c-4069-a7be-1bb6c07374ad";
  private static final String PAPER = "7a6b5c4d-3e2f-4101-9213-141516171819";
  private static final String HERE = "/cases/" + ID + "/attachments/" + PAPER;
  private static final String CASE =
      """
      {"id": "%s", "home": "rs", "standing": "OPEN", "exercise": false, "facts": {}}
      """
          .formatted(ID);
  private static final String PDF =
      ", \"format\": \"PDF\", \"audience\": \"CASE_TEAM\", \"signs\": [\"LINKS\"]";
  private static final String PICTURE =
      ", \"format\": \"PICTURE\", \"audience\": \"CASE_TEAM\", \"signs\": []";
  private static final String SAYS =
      ", \"says\": {\"kind\": \"COURT_ORDER\", \"title\": \"<b>P 12/26\", \"source\": \"COURT\"}";

  private final RenderedPages rendered = new RenderedPages();
  private final SignedIn jelena = new SignedIn("p-1001", "supervisor");
  private AnsweringApi node;
  private PapersController papers;
  private PaperController paper;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
    var clock = Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC);
    papers = new PapersController(node.api(jelena.tokens()), rendered.pages(), "rs", clock);
    paper = new PaperController(node.api(jelena.tokens()), rendered.pages(), "rs", clock);
  }

  @AfterEach
  void stop() {
    node.close();
    jelena.close();
  }

  private static String all(String state, String more) {
    return """
        {"case": "%s", "exercise": false, "attachments": [{"attachment": "%s", "version": 7,
          "state": "%s", "uploaded": {"by": "p-1002", "at": "2026-11-29T02:00:00Z"}%s}]}"""
        .formatted(ID, PAPER, state, more);
  }

  private String page(String state, String more) {
    node.then(200, "", all(state, more));
    return body(paper.read(RenderedPages.request(Language.ENGLISH), ID, PAPER, ""));
  }

  private static String body(ResponseEntity<String> answer) {
    return String.valueOf(answer.getBody());
  }

  @Test
  void untilSomebodyLooksNothingIsSaved() {
    assertThat(page("UNSEEN", PDF))
        .contains("Nobody has looked at it yet", "Look at it", "It has links. Do not follow them.")
        .doesNotContain("<img", HERE + "/document\"");
    assertThat(page("UNSEEN", PICTURE)).contains(HERE + "/veiled").doesNotContain("/1600");
  }

  @Test
  void aPdfIsSavedAndAPictureShown() {
    assertThat(page("SEEN", PDF + SAYS))
        .contains("href=\"" + HERE + "/document\"", "Save the PDF", "&lt;b>P 12/26")
        .doesNotContain("<img", "<b>P 12/26");
    assertThat(page("SEEN", PICTURE + SAYS))
        .contains(HERE + "/1600")
        .doesNotContain("Save the PDF");
  }

  @Test
  void aDocumentComesAsADownloadThatNobodyKeeps() {
    node.then(200, "", "{}");

    var answer = paper.document(ID, PAPER);

    assertThat(answer.getHeaders().getFirst("Content-Disposition")).startsWith("attachment;");
    assertThat(answer.getHeaders().getFirst("Content-Security-Policy")).contains("sandbox");
    assertThat(answer.getHeaders().getCacheControl()).isEqualTo("no-store");
    assertThat(node.asked().getLast().what()).isEqualTo("GET /api/v1" + HERE + "/document");
  }

  @Test
  void aLockedOneIsForASupervisorToHandOver() {
    assertThat(
            page("LOCKED", ", \"locked\": {\"by\": \"p-1002\", \"at\": \"2026-11-29T02:00:00Z\"}"))
        .doesNotContain("<img", "Save the PDF")
        .contains("Have police collect it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UNSEEN", "SEEN", "LOCKED", "DESTROYED"})
  void eachStateHasAPageInEachLanguage(String state) {
    for (Language language : Language.ready()) {
      node.then(200, "", all(state, PDF + SAYS));
      assertThat(body(paper.read(RenderedPages.request(language), ID, PAPER, ""))).contains("<h1>");
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void thePapersOfACaseAreListedAndSent(Language language) {
    node.then(200, "\"3\"", CASE).then(200, "", all("SEEN", PDF + SAYS));
    String page = body(papers.read(RenderedPages.request(language), ID, ""));

    assertThat(page).contains("enctype=\"multipart/form-data\"", HERE);
    assertThat(page).doesNotContain("name=\"audience\"");
  }

  @Test
  void aConfidantChoosesWhoMayKnowOfIt() {
    try (var ivana = new SignedIn("p-1003", "confidant")) {
      var clock = Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC);
      papers = new PapersController(node.api(ivana.tokens()), rendered.pages(), "rs", clock);
      node.then(200, "\"3\"", CASE).then(200, "", all("UNSEEN", PDF));
      assertThat(body(papers.read(RenderedPages.request(Language.ENGLISH), ID, "")))
          .contains("name=\"audience\"", "Confidants only");
    }
  }

  @Test
  void aPaperIsSentAsItCame() {
    node.then(201, "\"1\"", "{\"attachment\": \"" + PAPER + "\"}");
    var file = new MockMultipartFile("paper", "a.pdf", "application/pdf", new byte[] {65, 66});

    var answer =
        papers.send(RenderedPages.request(Language.ENGLISH), ID, file, "CONFIDANT", "key-123456");

    assertThat(answer.getHeaders().getLocation()).hasToString(HERE + "?done=sent");
    assertThat(node.asked().getFirst().what())
        .isEqualTo("POST /api/v1/cases/" + ID + "/attachments?audience=CONFIDANT");
    assertThat(node.asked().getFirst().body()).isEqualTo("AB");
    assertThat(node.asked().getFirst().key()).isEqualTo("key-123456");
  }

  @Test
  void aPdfThatActsByItselfIsRefusedInWords() {
    node.then(
            422,
            "",
            "{\"type\": \"urn:homeward:problem:invalid\","
                + " \"errors\": [{\"pointer\": \"\", \"rule\": \"active-content\"}]}")
        .then(200, "\"3\"", CASE)
        .then(200, "", all("SEEN", PDF));
    var file = new MockMultipartFile("paper", "a.pdf", "application/pdf", new byte[] {1});

    var answer =
        papers.send(RenderedPages.request(Language.ENGLISH), ID, file, "CASE_TEAM", "key-123456");

    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    assertThat(body(answer)).contains("This PDF runs scripts or programs");
  }

  @Test
  void aDescriptionSendsTheVersionThatWasShown() {
    node.then(200, "\"8\"", "{\"attachment\": \"" + PAPER + "\"}");

    var answer =
        paper.act(
            RenderedPages.request(Language.ENGLISH),
            ID,
            PAPER,
            "description",
            Map.of("key", "key-1", "seen", "\"7\"", "title", "P 12/26", "kind", "COURT_ORDER"));

    assertThat(answer.getHeaders().getLocation()).hasToString(HERE + "?done=description");
    assertThat(node.asked().getLast().seen()).isEqualTo("\"7\"");
    assertThat(node.asked().getLast().body()).contains("P 12/26");
  }
}
