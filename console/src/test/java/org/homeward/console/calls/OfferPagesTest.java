package org.homeward.console.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.homeward.console.api.AnsweringApi;
import org.homeward.console.facts.OfferWords;
import org.homeward.console.login.SignedIn;
import org.homeward.console.pages.HostileTexts;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.homeward.schema.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.ResponseEntity;

/** The page on which a job offer is checked with a caller. */
class OfferPagesTest {

  private static final String ID = "aaaaaa34-aa8c-4069-a7be-1bb6c07374ad";
  private static final String WORDS =
      """
      {"en": "Is it so?", "sr-Latn": "Je li?", "sr-Cyrl": "Је ли?", "el": "Είναι;"}""";
  private static final String QUESTIONS =
      """
      {"rule": 1, "questions": [
        {"question": "NO_FEE", "ask": %1$s, "advise": %1$s,
         "source": {"document": "ILO", "section": "7"}},
        {"question": "OF_AGE", "ask": %1$s, "advise": %1$s,
         "source": {"document": "ILO", "section": "2"}}]}"""
          .formatted(WORDS);

  private final RenderedPages rendered = new RenderedPages();
  private SignedIn reader = new SignedIn("p-1");
  private AnsweringApi node;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
  }

  @AfterEach
  void stop() {
    node.close();
    reader.close();
  }

  private JobOfferController offers() {
    var clock = Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC);
    return new JobOfferController(node.api(reader.tokens()), rendered.pages(), clock);
  }

  private static String call(String said, String more) {
    return """
        {"call": "%1$s", "version": 2, "exercise": false, "direction": "IN", "answered": true,
         "at": "2026-11-28T02:00:00Z", "loggedBy": "p-1", "loggedAt": "2026-11-28T02:00:00Z",
         "jobOffer": {"employer": %2$s, "destination": "DE", "advised": %2$s, "by": "p-1",
           "at": "2026-11-28T02:05:00Z",
           "checked": [{"question": "NO_FEE", "answer": "NO", "advised": true}]}%3$s}"""
        .formatted(ID, Json.mapper().valueToTree(said), more);
  }

  private String read(Language language, String said, String more) {
    node.then(200, "\"2\"", call(said, more)).then(200, "", QUESTIONS);
    return body(offers().read(RenderedPages.request(language), ID, ""));
  }

  private static String body(ResponseEntity<String> answer) {
    return String.valueOf(answer.getBody());
  }

  @Test
  void theTeamReadsWhatWasSaidAndWhatToAdviseAndDecidesWhatBecomesOfIt() {
    assertThat(read(Language.ENGLISH, "Hotel Sonne", ""))
        .contains("value=\"Hotel Sonne\"", "name=\"answer.NO_FEE\" value=\"NO\" checked")
        .contains("name=\"told.NO_FEE\" value=\"true\" checked")
        .contains("name=\"answer.OF_AGE\" value=\"\" checked")
        .contains("<p class=\"hw-note\">If not: Is it so?")
        .contains("name=\"ended\" value=\"JOB_OFFER_CHECK\"")
        .contains("action=\"/calls/" + ID + "/intake\"", "call a confidant")
        .doesNotContain("/care-files?call=");
  }

  @Test
  void aCallOfACaseLeadsThereAndEndsNoMore() {
    assertThat(read(Language.ENGLISH, "x", ", \"case\": \"" + ID + "\""))
        .contains("href=\"/cases/" + ID + "\"")
        .doesNotContain("JOB_OFFER_CHECK", "/calls/" + ID + "/intake");
  }

  @Test
  void aConfidantGoesOnAsACareFile() {
    reader.close();
    reader = new SignedIn("p-1", "confidant");

    assertThat(read(Language.ENGLISH, "x", ""))
        .contains("href=\"/care-files?call=" + ID + "#open\"");
  }

  @Test
  void whatNobodyAskedOrAdvisedIsNotSent() {
    node.then(200, "", "{}");
    Map<String, String> form =
        Map.of(
            "key", "k",
            "seen", "\"2\"",
            "employer", " Hotel ",
            "contract", "a\r\nb",
            "answer.NO_FEE", "UNKNOWN",
            "answer.MAY_WORK", "",
            "answer.OF_AGE", "",
            "told.OF_AGE", "true");

    var answer = offers().save(RenderedPages.request(Language.ENGLISH), ID, form);

    assertThat(answer.getHeaders().getLocation()).hasToString("/calls/" + ID + "/offer?done=saved");
    AnsweringApi.Asked sent = node.asked().getLast();
    assertThat(sent.what()).isEqualTo("POST /api/v1/calls/" + ID + "/job-offer");
    assertThat(sent.seen()).isEqualTo("\"2\"");
    assertThat(Json.mapper().readTree(sent.body()))
        .isEqualTo(
            Json.mapper()
                .readTree(
                    """
                    {"employer": "Hotel", "contract": "a\\nb", "checked": [
                      {"question": "NO_FEE", "answer": "UNKNOWN", "advised": false},
                      {"question": "OF_AGE", "answer": "NOT_ASKED", "advised": true}]}"""));
  }

  @Test
  void aRefusalKeepsWhatWasTypedAndNamesItsField() {
    node.then(
            422,
            "",
            """
            {"type":"urn:homeward:problem:invalid",
             "errors":[{"pointer":"/destination","rule":"unknown-country"}]}""")
        .then(200, "\"2\"", call("x", ""))
        .then(200, "", QUESTIONS);
    Map<String, String> form =
        Map.of("key", "k", "seen", "\"2\"", "destination", "QQ", "told.NO_FEE", "true");

    var answer = offers().save(RenderedPages.request(Language.ENGLISH), ID, form);

    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    assertThat(body(answer))
        .contains("href=\"#destination\"", "value=\"QQ\"")
        .contains("name=\"told.NO_FEE\" value=\"true\" checked");
  }

  @Test
  void aCallThatAColleagueChangedKeepsWhatWasTyped() {
    node.thenProblem(412, "precondition-failed")
        .then(200, "\"3\"", call("x", ""))
        .then(200, "", QUESTIONS);

    var answer =
        offers()
            .save(
                RenderedPages.request(Language.ENGLISH),
                ID,
                Map.of("key", "k", "seen", "\"2\"", "employer", "Typed"));

    assertThat(answer.getStatusCode().value()).isEqualTo(412);
    assertThat(body(answer)).contains("value=\"Typed\"", "Somebody has changed this call");
  }

  @Test
  void aReportBeginsWithWhatWasSaid() {
    node.then(200, "\"2\"", call("Hotel Sonne", ""))
        .then(200, "", QUESTIONS)
        .then(201, "", "{\"draft\": \"d-1\"}")
        .then(200, "", "{}");

    var begun =
        new HttpCalls(node.api(reader.tokens())).beginIntake(ID, rendered.words(Language.ENGLISH));

    assertThat(begun).isEqualTo(new HttpCalls.Begun.At("/intake/drafts/d-1"));
    assertThat(node.asked().get(2).body())
        .contains("/says/notes", "Employer: Hotel Sonne", "Country of the work: DE")
        .contains("Is it so? No");
    assertThat(node.asked().get(2).key()).endsWith("-at-2");
  }

  @Test
  void whatIsTooLongForTheFormIsCutAndNeverInALetter() {
    var offer = Json.mapper().createObjectNode().put("employer", "😀".repeat(50));

    for (int longest : new int[] {20, 21}) {
      String text =
          OfferWords.text(
              rendered.words(Language.ENGLISH), offer, Json.mapper().createObjectNode(), longest);
      assertThat(text).hasSizeLessThanOrEqualTo(longest).endsWith("😀…");
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void thePageIsWholeInEachLanguage(Language language) {
    assertThat(read(language, "x", "")).contains("name=\"answer.NO_FEE\"");
  }

  @Test
  void hostileTextsComeBackAsTyped() {
    var known = HostileTexts.tags(read(Language.ENGLISH, "x", ""));
    for (String said : HostileTexts.all()) {
      assertThat(HostileTexts.tags(read(Language.ENGLISH, said, ""))).as(said).isEqualTo(known);
    }
  }
}
