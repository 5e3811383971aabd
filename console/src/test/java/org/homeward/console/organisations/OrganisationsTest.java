package org.homeward.console.organisations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.homeward.console.api.AnsweringApi;
import org.homeward.console.api.AnsweringApi.Asked;
import org.homeward.console.login.SignedIn;
import org.homeward.console.pages.RenderedPages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

/** Answers of organisations to an alert, by their systems and on the telephone. */
class OrganisationsTest {

  private static final String ALERT = "893c3a1e-1c0e-4ef1-93e1-d352a11e274f";
  private static final String PATH = "/api/v1/alerts/" + ALERT + "/answers";

  private static final String LIVE =
      """
      {"alert":"%s","case":"d6c8b734-aa8c-4069-a7be-1bb6c07374ad","status":"ACTIVE",
       "exercise":false,"reference":"K7QX-2MRD"}"""
          .formatted(ALERT);

  private static final String ANSWERS =
      """
      {"silent":2,"organisations":[
        {"number":17,"channel":"SMS","name":"Red <b>","has":false,"silent":true},
        {"number":18,"channel":"WEBHOOK","name":"Crveni krst","has":true,"silent":true,
         "says":"SEEN","way":"LINK","at":"2026-11-29T02:30:00Z"},
        {"number":19,"channel":"WEBHOOK","name":"Gorska","has":true,"silent":false,
         "says":"ACTING","way":"STAFF","by":"p-1001","at":"2026-11-29T02:30:00Z"}]}""";

  private final RenderedPages rendered = new RenderedPages();
  private final SignedIn ana = new SignedIn("p-1001", "operator");
  private AnsweringApi node;
  private OrganisationsController organisations;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
    var clock = Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC);
    organisations =
        new OrganisationsController(node.api(ana.tokens()), rendered.pages(), "rs", clock);
  }

  @AfterEach
  void stop() {
    node.close();
    ana.close();
  }

  private static MockHttpServletRequest request(String language) {
    var request = new MockHttpServletRequest("GET", "/alerts/" + ALERT + "/organisations");
    request.addHeader("Accept-Language", language);
    return request;
  }

  private void thenThePage() {
    node.then(200, "", ANSWERS).then(200, "\"1\"", LIVE);
  }

  private static String html(ResponseEntity<String> answer) {
    return Optional.ofNullable(answer.getBody()).orElseThrow();
  }

  @Test
  void whoIsSilentIsSaidAndAButtonIsNoAnswer() {
    thenThePage();

    assertThat(html(organisations.list(request("en"), ALERT, "")))
        .contains("2 organisations have not answered in time", "Red &lt;b&gt;")
        .contains("Has not certainly got it", "That ends no silence.", "Acting. Heard by you")
        .contains("name=\"number\" value=\"17\"", "name=\"says\" value=\"NOT_OURS\"");
  }

  @Test
  void whatOneSaysIsSentOnce() {
    node.then(200, "", ANSWERS);

    var answer =
        organisations.heard(
            request("en"), ALERT, Map.of("key", "key-of-form", "number", "17", "says", "ACTING"));

    assertThat(answer.getHeaders().getFirst("Location"))
        .isEqualTo("/alerts/" + ALERT + "/organisations?done=heard");
    Asked asked = node.asked().getFirst();
    assertThat(asked.what()).isEqualTo("POST " + PATH);
    assertThat(asked.key()).isEqualTo("key-of-form");
    assertThat(asked.body()).isEqualTo("{\"number\":17,\"says\":\"ACTING\"}");
  }

  @Test
  void aWordThatAnotherOneOutweighsIsNotSaidToBeWrittenDown() {
    node.then(200, "", ANSWERS.replace("\"silent\":2,", "\"silent\":2,\"written\":false,"));

    var answer =
        organisations.heard(
            request("en"), ALERT, Map.of("key", "k", "number", "19", "says", "SEEN"));

    assertThat(answer.getHeaders().getFirst("Location"))
        .isEqualTo("/alerts/" + ALERT + "/organisations?done=kept");
    thenThePage();
    assertThat(html(organisations.list(request("en"), ALERT, "kept")))
        .contains("Nothing was changed")
        .doesNotContain("It is written down.");
  }

  @Test
  void anOrganisationThatIsNotListedAnyMoreIsSaidInWords() {
    node.then(
        422,
        "",
        """
        {"type":"urn:homeward:problem:invalid",
         "errors":[{"pointer":"/number","rule":"unknown-organisation"}]}""");
    thenThePage();

    var answer =
        organisations.heard(
            request("en"), ALERT, Map.of("key", "k", "number", "99", "says", "SEEN"));

    assertThat(html(answer)).contains("This alert was not meant for this organisation.");
  }

  @Test
  void nothingIsSentWhileSomethingIsMissing() {
    thenThePage();

    var answer =
        organisations.heard(request("en"), ALERT, Map.of("key", "k", "number", "18", "says", "x"));

    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    assertThat(node.asked().stream().map(Asked::what))
        .containsExactly("GET " + PATH, "GET " + PATH.replace("/answers", ""));
    assertThat(html(answer)).contains("govuk-error-message").contains("value=\"18\" checked");
  }

  @ParameterizedTest
  @CsvSource({"sr-Latn, Šta kažu", "sr-Cyrl, Шта кажу", "el, Τι λένε"})
  void itIsReadInEveryLanguage(String language, String title) {
    thenThePage();

    assertThat(html(organisations.list(request(language), ALERT, "heard"))).contains(title);
  }
}
