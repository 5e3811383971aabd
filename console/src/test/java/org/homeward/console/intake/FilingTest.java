package org.homeward.console.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.homeward.console.api.AnsweringApi;
import org.homeward.console.api.AnsweringApi.Asked;
import org.homeward.console.api.HttpApi;
import org.homeward.console.login.SignedIn;
import org.homeward.console.pages.RenderedPages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A call is saved, filed and discarded without a word of a colleague being lost. */
class FilingTest {

  private static final String DRAFT = "893c3a1e-1c0e-4ef1-93e1-d352a11e274f";
  private static final String PUT = "PUT /api/v1/drafts/" + DRAFT;
  private static final String GET = "GET /api/v1/drafts/" + DRAFT;
  private static final String OPEN = "POST /api/v1/drafts";
  private static final String REPORT = "POST /api/v1/reports";
  private static final String OPENED = "{\"draft\":\"" + DRAFT + "\"}";

  private final RenderedPages rendered = new RenderedPages();
  private final MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
  private final SignedIn ana = new SignedIn("p-1001");
  private AnsweringApi node;
  private IntakeController intake;
  private DraftsController drafts;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
    HttpApi api = node.api(ana.tokens());
    var save = new HttpDrafts(api);
    var joins = new HttpJoins(api, "rs");
    intake = new IntakeController(api, save, joins, rendered.pages(), "RS");
    drafts =
        new DraftsController(
            api, save, joins, rendered.pages(), Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC));
    type("key", "key-of-form");
    type("channel", "PHONE");
    type("danger", "NO");
    type("notes", "my words");
  }

  @AfterEach
  void stop() {
    node.close();
    ana.close();
  }

  private void type(String field, String value) {
    form.set(field, value);
  }

  private void inDraft(String seen) {
    type("draft", DRAFT);
    type("draftSeen", seen);
  }

  private static MockHttpServletRequest request() {
    var request = new MockHttpServletRequest("POST", "/intake");
    request.addHeader("Accept-Language", "en");
    return request;
  }

  private ResponseEntity<String> file() {
    return intake.file(request(), form);
  }

  private static String html(ResponseEntity<String> answer) {
    return Optional.ofNullable(answer.getBody()).orElseThrow();
  }

  private List<String> asked() {
    return node.asked().stream().map(Asked::what).toList();
  }

  private static String savedBy(String person) {
    return """
        {"draft":"%s","exercise":false,"channel":"PHONE","danger":"YES","savedBy":"%s",
         "typed":{"/says/notes":"words of <b>a colleague</b>","/says/answers/vehicle":"UNKNOWN"}}
        """
        .formatted(DRAFT, person);
  }

  @Test
  void aDraftHasTheFormsWordsBeforeItEnds() {
    inDraft("\"3\"");
    node.then(200, "\"4\"", OPENED).then(201, "\"1\"", "{\"case\":\"c\"}");

    assertThat(file().getStatusCode().value()).isEqualTo(303);
    assertThat(asked()).containsExactly(PUT, REPORT);
    assertThat(node.asked().getFirst().seen()).isEqualTo("\"3\"");
    assertThat(node.asked().getLast().body()).contains(DRAFT);
  }

  @Test
  void wordsOfAColleagueAreShownBesideOnesOwnAndNothingIsFiled() {
    inDraft("\"3\"");
    node.thenProblem(412, "precondition-failed").then(200, "\"5\"", savedBy("p-1002"));

    var answer = file();

    assertThat(answer.getStatusCode().value()).isEqualTo(412);
    assertThat(html(answer))
        .contains(
            "by a colleague too",
            "a colleague: words",
            "my words",
            "words of &lt;b&gt;a colleague&lt;/b&gt;",
            "Not known")
        .contains("name=\"draftSeen\" value=\"&#34;5&#34;\"")
        .contains("name=\"key\" value=\"key-of-form\"");
    assertThat(asked()).containsExactly(PUT, GET);
  }

  @Test
  void afterALostAnswerOnesOwnVersionIsSavedOver() {
    inDraft("\"3\"");
    node.thenProblem(412, "precondition-failed")
        .then(200, "\"4\"", savedBy("p-1001"))
        .then(200, "\"5\"", OPENED);

    var saved = drafts.save(request(), form);

    assertThat(saved.getBody()).containsEntry("seen", "\"5\"");
    assertThat(asked()).containsExactly(PUT, GET, PUT);
    assertThat(node.asked().getLast().seen()).isEqualTo("\"4\"");
  }

  @Test
  void openingADraftIsTheSameRequestWhateverIsTypedMeanwhile() {
    node.then(201, "\"1\"", OPENED).then(503, "", "");
    assertThat(drafts.save(request(), form).getStatusCode().value()).isEqualTo(503);
    type("notes", "other words");
    type("channel", "CHAT");
    type("draftTried", "true");
    node.then(201, "\"1\"", OPENED)
        .then(200, "\"1\"", savedBy("p-1001"))
        .then(200, "\"2\"", OPENED);

    assertThat(drafts.save(request(), form).getBody()).containsEntry("draft", DRAFT);
    assertThat(asked()).containsExactly(OPEN, PUT, OPEN, GET, PUT);
    assertThat(node.asked().get(2)).isEqualTo(node.asked().getFirst());
    assertThat(node.asked().getLast().body()).contains("other words", "CHAT");
  }

  @Test
  void theKeyStaysWhateverTheAnswer() {
    node.then(503, "", "");
    assertThat(html(file())).contains("value=\"key-of-form\"", "done once");
    type("notes", "changed");
    node.thenProblem(409, "key-reused");

    assertThat(html(file())).contains("value=\"key-of-form\"", "filed already");
    assertThat(node.asked()).extracting(Asked::key).containsOnly("key-of-form");
  }

  @Test
  void aFormThatItsLostAnswerHasFiledLeadsToItsCase() {
    inDraft("\"3\"");
    node.thenProblem(410, "draft-gone").then(201, "\"1\"", "{\"case\":\"c\"}");

    assertThat(file().getHeaders().getLocation()).hasToString("/cases/c?done=filed");
  }

  @Test
  void onlyWordsThatWereSeenAreDiscarded() {
    node.thenProblem(412, "precondition-failed").then(200, "\"5\"", savedBy("p-1002"));

    var answer = drafts.discard(request(), DRAFT, "key-of-form", "\"3\"");

    assertThat(node.asked().getFirst().seen()).isEqualTo("\"3\"");
    assertThat(answer.getStatusCode().value()).isEqualTo(412);
    assertThat(html(answer)).contains("Nothing is discarded", "a colleague&lt;/b&gt;");
  }

  @Test
  void withoutAVersionNothingIsDiscarded() {
    node.then(200, "\"5\"", savedBy("p-1002"));

    assertThat(drafts.discard(request(), DRAFT, "k", "").getStatusCode().value()).isEqualTo(428);
    assertThat(asked()).containsExactly(GET);
  }

  @Test
  void theWayBackToAFiledCallSaysThatItIsFiled() {
    node.thenProblem(410, "draft-gone");

    var answer = drafts.open(request(), DRAFT);

    assertThat(answer.getStatusCode().value()).isEqualTo(410);
    assertThat(html(answer)).contains("filed or discarded", "href=\"/desk\"");
  }
}
