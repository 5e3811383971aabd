package org.homeward.console.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.homeward.console.api.AnsweringApi;
import org.homeward.console.api.AnsweringApi.Asked;
import org.homeward.console.login.SignedIn;
import org.homeward.console.pages.RenderedPages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.LinkedMultiValueMap;

/** What is typed into the form of a draft is what the API gets, and nothing of it is lost. */
class DraftingTest {

  private static final String ALERT = "893c3a1e-1c0e-4ef1-93e1-d352a11e274f";
  private static final String CASE = "d6c8b734-aa8c-4069-a7be-1bb6c07374ad";
  private static final String PATH = "/api/v1/alerts/" + ALERT;

  private final RenderedPages rendered = new RenderedPages();
  private final SignedIn petar = new SignedIn("p-1004", "authority");
  private AnsweringApi node;
  private DraftController drafts;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
    var clock = Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC);
    drafts = new DraftController(node.api(petar.tokens()), rendered.pages(), "rs", "RS", clock);
  }

  @AfterEach
  void stop() {
    node.close();
    petar.close();
  }

  private static MockHttpServletRequest request() {
    var request = new MockHttpServletRequest("POST", "/alerts/" + ALERT);
    request.addHeader("Accept-Language", "en");
    return request;
  }

  private static String html(ResponseEntity<String> answer) {
    return Optional.ofNullable(answer.getBody()).orElseThrow();
  }

  private List<String> asked() {
    return node.asked().stream().map(Asked::what).toList();
  }

  private static LinkedMultiValueMap<String, String> sent(String text) {
    var sent = new LinkedMultiValueMap<String, String>();
    sent.set("case", CASE);
    sent.set("key", "key-of-form");
    sent.set("text.sr", text);
    sent.set("hours", "4");
    return sent;
  }

  @Test
  void aDraftThatSomebodyElseHasWrittenAnewKeepsBothTexts() {
    var sent = sent("moje reči");
    sent.set("seen", "\"1\"");
    sent.set("languages", "sr");
    sent.set("whole", "true");
    String preview =
        """
        {"parts":{"sr":{"author":"njene reči"}},"until":"2026-11-29T06:00:00Z",
         "authority":{"entry":"e","reference":"r"},"rule":{"area":{},"languages":["sr"]}}""";
    node.thenProblem(412, "precondition-failed")
        .then(200, "\"2\"", DecidingTest.WAITS)
        .then(200, "", preview)
        .then(200, "", "{\"authorities\":[]}");

    var answer = drafts.anew(request(), ALERT, sent);

    assertThat(answer.getStatusCode().value()).isEqualTo(412);
    assertThat(node.asked().getFirst().seen()).isEqualTo("\"1\"");
    assertThat(html(answer))
        .contains("moje reči", "njene reči", "a colleague", "value=\"&#34;2&#34;\"");
  }

  @Test
  void aDraftIsSentAsTheApiWantsIt() {
    var sent = sent(" Nosi ranac. ");
    sent.set("audience", "PUBLIC");
    sent.add("languages", "sr");
    sent.add("languages", "en");
    sent.add("regions", "RS-01");
    sent.set("authority", "e");
    sent.set("reference", "K-17/26");
    node.then(201, "\"1\"", DecidingTest.WAITS);

    var answer = drafts.draft(request(), sent);

    assertThat(answer.getHeaders().getFirst("Location")).endsWith(ALERT + "?done=drafted");
    assertThat(node.asked().getFirst().body())
        .contains(
            "\"regions\":[\"RS-01\"]",
            "\"languages\":[\"en\",\"sr\"]",
            "\"text\":{\"sr\":\"Nosi ranac.\"}",
            "\"until\":\"2026-11-29T06:40:00Z\"",
            "\"audience\":\"PUBLIC\"");
  }

  @Test
  void anAreaThatIsForgottenIsNotTheWholeCountry() {
    var sent = sent("Nosi ranac.");
    sent.set("authority", "e");
    String none = "{\"authorities\":[]}";
    node.then(200, "", none).then(200, "", none).then(201, "\"1\"", DecidingTest.WAITS);

    var forgotten = drafts.draft(request(), sent);
    sent.set("whole", "true");
    sent.add("regions", "RS-01");
    var both = drafts.draft(request(), sent);
    sent.remove("regions");
    var whole = drafts.draft(request(), sent);

    assertThat(forgotten.getStatusCode().value()).isEqualTo(422);
    assertThat(html(forgotten)).contains("Choose the regions, or the whole country", "Nosi ranac.");
    assertThat(both.getStatusCode().value()).isEqualTo(422);
    assertThat(whole.getStatusCode().value()).isEqualTo(303);
    assertThat(asked().stream().filter(each -> each.startsWith("POST"))).hasSize(1);
    assertThat(node.asked().getLast().body()).contains("\"regions\":[]");
  }

  @Test
  void withoutAnOfficeThatMayOrderItNothingIsAsked() {
    node.then(200, "\"1\"", "{\"id\":\"" + CASE + "\"}").then(200, "", "{\"authorities\":[]}");

    assertThat(html(drafts.ask(request(), CASE)))
        .contains("names no office")
        .doesNotContain("name=\"reference\"", "Make the preview");
  }

  @Test
  void anUpdateSendsWordsAndEndAndNoNewArea() {
    var sent = sent("Viđen je u Nišu.");
    sent.set("languages", "sr");
    node.then(200, "\"2\"", DecidingTest.LIVE);

    var answer = drafts.update(request(), ALERT, sent);

    assertThat(answer.getHeaders().getFirst("Location")).endsWith("?done=updated");
    assertThat(asked()).containsExactly("POST " + PATH + "/updates");
    assertThat(node.asked().getFirst().body())
        .contains("Viđen je u Nišu.", "until")
        .doesNotContain("area", "authority", "reference");
  }
}
